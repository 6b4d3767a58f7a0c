"""See the processes of this computer and signal only those that are meant.

A process is known by its number and its start time together: numbers are used again, so a signal
is sent only while both still agree.
"""

import os
import signal
import subprocess
import sys
from typing import Dict, Iterable, List, NamedTuple, Optional, Set

PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096
ATTEMPT_VARIABLE = "BINNACLE_ATTEMPT"


class Process(NamedTuple):
    """A process as it was seen. `start` is in the system's own words, `resident` in bytes."""

    pid: int
    parent: int
    start: str
    state: str
    resident: int

    @property
    def is_dead(self) -> bool:
        """Whether it only waits to be reaped."""
        return self.state in ("Z", "X")


class ProcessTable:
    """Reads `/proc`."""

    def find(self, pid: int) -> Optional[Process]:
        """Return the process of this number, if there is one."""
        try:
            with open(f"/proc/{pid}/stat", "rb") as file:
                return _parse_stat(file.read())
        except (OSError, ValueError, IndexError):
            return None

    def all(self) -> Dict[int, Process]:
        """Return every process there is, by number."""
        found = (self.find(int(name)) for name in os.listdir("/proc") if name.isdigit())
        return {process.pid: process for process in found if process is not None}

    def children(self, pid: int) -> List[int]:
        """Return the children of a single-threaded process: fast where the kernel lists them."""
        try:
            with open(f"/proc/{pid}/task/{pid}/children", "rb") as file:
                return [int(word) for word in file.read().split()]
        except OSError:
            return [process.pid for process in self.all().values() if process.parent == pid]

    def with_token(self, tokens: Set[str]) -> List[Process]:
        """Return the processes whose environment carries one of these attempt tokens."""
        wanted = {f"{ATTEMPT_VARIABLE}={token}".encode() for token in tokens}
        return [process for process in self.all().values() if wanted & _environment(process.pid)]

    def proportional(self, pid: int) -> Optional[int]:
        """Return the bytes this process occupies, shared pages divided among their users."""
        try:
            with open(f"/proc/{pid}/smaps_rollup", "rb") as file:
                sizes = (line.split() for line in file if line.startswith(b"Pss:"))
                return 1024 * int(next(sizes)[1])
        except (OSError, StopIteration, ValueError, IndexError):
            return None

    def send(self, process: Process, number: int) -> bool:
        """Send a signal, provided the number still means the same process."""
        try:
            if hasattr(os, "pidfd_open") and hasattr(signal, "pidfd_send_signal"):
                return self._send_by_descriptor(process, number)
        except OSError:
            return False
        return self._send_by_number(process, number)

    def _send_by_descriptor(self, process: Process, number: int) -> bool:
        descriptor = os.pidfd_open(process.pid)
        try:
            if not self._is_same(process):
                return False
            signal.pidfd_send_signal(descriptor, number)
            return True
        finally:
            os.close(descriptor)

    def _send_by_number(self, process: Process, number: int) -> bool:
        if not self._is_same(process):
            return False
        try:
            os.kill(process.pid, number)
        except OSError:
            return False
        return True

    def _is_same(self, process: Process) -> bool:
        now = self.find(process.pid)
        return now is not None and now.start == process.start


class PsTable(ProcessTable):
    """Asks `ps`, where there is no `/proc`."""

    _FIELDS = "pid=,ppid=,state=,rss=,lstart="

    def find(self, pid: int) -> Optional[Process]:
        return next(iter(self._ask("-p", str(pid))), None)

    def all(self) -> Dict[int, Process]:
        return {process.pid: process for process in self._ask("-ax")}

    def children(self, pid: int) -> List[int]:
        return [process.pid for process in self.all().values() if process.parent == pid]

    def with_token(self, tokens: Set[str]) -> List[Process]:
        wanted = {f"{ATTEMPT_VARIABLE}={token}" for token in tokens}
        lines = _output_of(["ps", "-axwwE", "-o", "pid=,command="])
        pids = [int(words[0]) for words in map(str.split, lines) if wanted & set(words)]
        found = self.all()
        return [found[pid] for pid in pids if pid in found]

    def proportional(self, pid: int) -> Optional[int]:
        return None

    def _ask(self, *selection: str) -> List[Process]:
        lines = _output_of(["ps", *selection, "-o", self._FIELDS])
        return [_parse_ps(line) for line in lines if len(line.split()) >= 5]


def process_table() -> ProcessTable:
    """Return the table that works on this system."""
    return ProcessTable() if os.path.exists("/proc/self/stat") else PsTable()


def descendants(table: Dict[int, Process], roots: Iterable[int]) -> List[Process]:
    """Return the processes of these numbers and everything below them, parents first."""
    below: Dict[int, List[Process]] = {}
    for process in table.values():
        below.setdefault(process.parent, []).append(process)
    found: Dict[int, Process] = {}
    waiting = [table[pid] for pid in roots if pid in table]
    while waiting:
        process = waiting.pop(0)
        if process.pid not in found:
            found[process.pid] = process
            waiting.extend(below.get(process.pid, ()))
    return list(found.values())


def stop_and_kill(processes: ProcessTable, roots: Iterable[Process]) -> int:
    """Kill these processes with everything below them; return how many there were.

    All are stopped first, again and again until none is new, so that none can fork meanwhile.
    """
    seen: Dict[int, Process] = {}
    wanted = list(roots)
    for _ in range(30):
        table = processes.all()
        same = [p.pid for p in wanted if p.pid in table and table[p.pid].start == p.start]
        fresh = [
            p for p in descendants(table, [*same, *seen]) if p.pid not in seen and not p.is_dead
        ]
        for process in fresh:
            seen[process.pid] = process
            processes.send(process, signal.SIGSTOP)
        if not fresh:
            break
    for process in seen.values():
        processes.send(process, signal.SIGKILL)
    return len(seen)


def ask_to_end(processes: ProcessTable, root: Process) -> None:
    """Send SIGTERM to a process and everything below it, waking those that are stopped."""
    table = processes.all()
    if root.pid not in table or table[root.pid].start != root.start:
        return
    for process in descendants(table, [root.pid]):
        processes.send(process, signal.SIGTERM)
        processes.send(process, signal.SIGCONT)


def boot_id() -> str:
    """Return what tells this start of the computer from every other."""
    try:
        with open("/proc/sys/kernel/random/boot_id", encoding="ascii") as file:
            return file.read().strip()
    except OSError:
        lines = _output_of(["sysctl", "-n", "kern.boottime"]) if sys.platform == "darwin" else []
        return lines[0].strip() if lines else "unknown"


def _parse_stat(text: bytes) -> Process:
    pid, _, rest = text.partition(b" ")
    words = rest[rest.rindex(b")") + 1 :].split()
    state, parent, start, pages = words[0], words[1], words[19], words[21]
    return Process(int(pid), int(parent), start.decode(), state.decode(), int(pages) * PAGE)


def _parse_ps(line: str) -> Process:
    pid, parent, state, kilobytes, start = line.split(None, 4)
    return Process(int(pid), int(parent), " ".join(start.split()), state[0], int(kilobytes) * 1024)


def _environment(pid: int) -> Set[bytes]:
    try:
        with open(f"/proc/{pid}/environ", "rb") as file:
            return set(file.read().split(b"\0"))
    except OSError:
        return set()


def _output_of(command: List[str]) -> List[str]:
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=5)
    except (OSError, subprocess.SubprocessError):
        return []
    return done.stdout.decode(errors="replace").splitlines()
