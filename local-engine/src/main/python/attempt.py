"""One attempt of a task, as the supervisor sees it."""

import os
import sys
import time
from dataclasses import dataclass, field
from typing import Any, Dict, List, Optional

from processes import Process
from timers import Timer

DEFAULT_GRACE = 10.0


@dataclass
class Attempt:
    """One attempt. `root` heads its tree and is known as soon as it was forked; times in seconds."""

    id: str
    timeout: Optional[float]
    grace: float
    memory_limit: Optional[int]
    root: Optional[Process] = None
    is_running: bool = False
    started: float = 0.0
    reason: str = "exited"
    status: Optional[int] = None
    cpu: float = 0.0
    wall: float = 0.0
    peak: int = 0
    cgroup: Optional[str] = None
    timers: List[Timer] = field(default_factory=list)
    patient_until: float = 0.0
    leave_by: float = 0.0

    @staticmethod
    def of(command: Dict[str, Any]) -> "Attempt":
        """Read the limits of a command."""
        grace = command.get("grace")
        return Attempt(
            id=command["id"],
            timeout=command.get("timeout"),
            grace=DEFAULT_GRACE if grace is None else grace,
            memory_limit=command.get("memory_limit") or None,
        )

    @property
    def was_ended(self) -> bool:
        """Whether there was a reason to end it."""
        return self.reason != "exited"

    def later(self, timer: Timer) -> None:
        """Keep a timer that is void once the root has ended."""
        self.timers.append(timer)

    def forget_timers(self) -> None:
        """Void what was to come."""
        for timer in self.timers:
            timer.cancel()
        self.timers.clear()

    def reaped(self, status: int, cpu: float, peak: int) -> None:
        """Take note of how the root ended; `peak` is in the system's unit."""
        self.is_running = False
        self.status = status
        self.cpu = cpu
        self.wall = time.monotonic() - self.started if self.started else 0.0
        self.peak = max(self.peak, peak * (1 if sys.platform == "darwin" else 1024))

    def ended(self) -> Dict[str, Any]:
        """Return the event that says how it ended."""
        by_signal = self.status is not None and os.WIFSIGNALED(self.status)
        by_exit = self.status is not None and os.WIFEXITED(self.status)
        return {
            "event": "ended",
            "id": self.id,
            "exit": os.WEXITSTATUS(self.status) if by_exit else None,  # type: ignore[arg-type]
            "signal": os.WTERMSIG(self.status) if by_signal else None,  # type: ignore[arg-type]
            "reason": self.reason,
            "wall": round(self.wall, 6),
            "cpu": round(self.cpu, 6),
            "peak_rss": self.peak,
        }
