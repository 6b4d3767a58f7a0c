"""The supervisor of Windows on POSIX, process groups standing in for job objects.

So everything is tested of it but the calls of Windows itself.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any, List

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "main" / "python"))

from windows import WindowsSupervisor
from windows_jobs import Usage


class GroupJob:
    """A process group that answers like a job."""

    def __init__(self) -> None:
        self._group = 0

    def limit(self, memory: Any) -> None:
        pass

    def start(self, argv: List[str], **how: Any) -> "subprocess.Popen[bytes]":
        process = subprocess.Popen(argv, start_new_session=True, **how)
        self._group = process.pid
        return process

    def start_time(self, process: "subprocess.Popen[bytes]") -> str:
        return "1"

    def usage(self) -> Usage:
        return Usage(len(self._alive()), 0.5, 1000)

    def ask_to_end(self, process: "subprocess.Popen[bytes]") -> None:
        self._send(signal.SIGTERM)

    def end(self) -> None:
        self._send(signal.SIGKILL)

    def close(self) -> None:
        self.end()

    def _send(self, number: int) -> None:
        if self._alive():
            os.killpg(self._group, number)

    def _alive(self) -> List[str]:
        found = os.listdir("/proc") if self._group else []
        return [pid for pid in found if pid.isdigit() and self._holds(pid)]

    def _holds(self, pid: str) -> bool:
        try:
            words = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return False
        return words[0] not in ("Z", "X") and int(words[2]) == self._group


if __name__ == "__main__":
    WindowsSupervisor(sys.stdin.buffer, sys.stdout.buffer, GroupJob).serve()
    os._exit(0)
