"""Hold attempts to their memory limits: by a control group, else by watching."""

import os
import secrets
from typing import Callable, List, Optional

from attempt import Attempt
from processes import Process, ProcessTable, descendants

WATCH_SECONDS = 0.15
LOOK_SECONDS = 1.0


class MemoryWatch:
    """Adds up the resident size of every tree, and tells which exceed their limit.

    Resident sizes count shared pages once per process. So a tree that seems too big is measured
    again with shared pages divided, where the system tells them.
    """

    def __init__(self, processes: ProcessTable, exceeds: Callable[[Attempt], None]) -> None:
        self._processes = processes
        self._exceeds = exceeds

    def look(self, attempts: List[Attempt]) -> None:
        """Measure these attempts once."""
        table = self._processes.all()
        for attempt in attempts:
            if attempt.root is not None:
                self._measure(attempt, descendants(table, [attempt.root.pid]))

    def _measure(self, attempt: Attempt, tree: List[Process]) -> None:
        size = sum(process.resident for process in tree)
        limit = attempt.memory_limit
        if limit is not None and size > limit or size > attempt.peak and len(tree) > 1:
            size = sum(self._occupied(process) for process in tree)
        attempt.peak = max(attempt.peak, size)
        if limit is not None and size > limit:
            self._exceeds(attempt)

    def _occupied(self, process: Process) -> int:
        measured = self._processes.proportional(process.pid)
        return process.resident if measured is None else measured


class ControlGroups:
    """Makes a control group (version 2) per limited attempt, where the system delegated one."""

    def __init__(self, base: Optional[str]) -> None:
        self.base = base

    @staticmethod
    def find() -> "ControlGroups":
        """Look for a group in which this process may limit memory, and prepare one in it."""
        own = _own_group()
        for folder in filter(None, [own, os.path.dirname(own) if own else None]):
            base = _prepare(folder)
            if base is not None:
                return ControlGroups(base)
        return ControlGroups(None)

    def limit(self, attempt: Attempt) -> None:
        """Make the group of a limited attempt, which its root joins by itself."""
        if self.base is None or attempt.memory_limit is None:
            return
        folder = os.path.join(self.base, "attempt-" + secrets.token_hex(6))
        try:
            os.mkdir(folder)
            _write(folder, "memory.max", str(attempt.memory_limit))
            _try_write(folder, "memory.swap.max", "0")
            _try_write(folder, "memory.oom.group", "1")
            attempt.cgroup = folder
        except OSError:
            self._remove(folder)

    def finish(self, attempt: Attempt) -> None:
        """End what is left in the group, take note of its peak and of a kill, and remove it."""
        if attempt.cgroup is None:
            return
        folder, attempt.cgroup = attempt.cgroup, None
        _try_write(folder, "cgroup.kill", "1")
        peak = _read(folder, "memory.peak")
        attempt.peak = int(peak) if peak.isdigit() else attempt.peak
        events = dict(line.split() for line in _read(folder, "memory.events").splitlines())
        if attempt.reason == "exited" and events.get("oom_kill", "0") != "0":
            attempt.reason = "memory"
        self._remove(folder)

    def close(self) -> None:
        """Remove the prepared group."""
        if self.base is not None:
            self._remove(self.base)

    def _remove(self, folder: str) -> None:
        try:
            os.rmdir(folder)
        except OSError:
            return


def _own_group() -> Optional[str]:
    lines = _read("/proc/self", "cgroup").splitlines()
    path = next((line[3:] for line in lines if line.startswith("0::")), None)
    mounts = [line.split() for line in _read("/proc/self", "mountinfo").splitlines()]
    unified = next((m for m in mounts if "-" in m and m[m.index("-") + 1] == "cgroup2"), None)
    if path is None or unified is None:
        return None
    return os.path.normpath(os.path.join(unified[4], os.path.relpath(path, unified[3])))


def _prepare(parent: str) -> Optional[str]:
    """Make a group of ours below `parent`; none if memory cannot be limited there."""
    if "memory" not in _read(parent, "cgroup.subtree_control").split():
        return None
    base = os.path.join(parent, f"binnacle-{os.getpid()}-{secrets.token_hex(4)}")
    try:
        os.mkdir(base)
    except OSError:
        return None
    if os.access(os.path.join(parent, "cgroup.procs"), os.W_OK):
        if _try_write(base, "cgroup.subtree_control", "+memory"):
            return base
    os.rmdir(base)
    return None


def _read(folder: str, name: str) -> str:
    try:
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            return file.read().strip()
    except OSError:
        return ""


def _write(folder: str, name: str, text: str) -> None:
    with open(os.path.join(folder, name), "w", encoding="ascii") as file:
        file.write(text)


def _try_write(folder: str, name: str, text: str) -> bool:
    try:
        _write(folder, name, text)
        return True
    except OSError:
        return False
