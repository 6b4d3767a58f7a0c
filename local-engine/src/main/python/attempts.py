"""What the supervisor watches: attempts, from their start until nothing of them is left."""

import os
import sys
import time
from dataclasses import dataclass, field
from typing import Any, Callable, Dict, List, Optional, Set

import signal
from processes import Process, ProcessTable, ask_to_end, stop_and_kill
from timers import Timer, Timers

DEFAULT_GRACE = 10.0
KILL_LIMIT = 5.0
_RETRY = 0.01
_MAX_RETRY = 0.2

Emit = Callable[[Dict[str, Any]], None]


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


class Attempts:
    """Keeps every attempt until it and all its descendants have ended, then tells so.

    A root adopts its own orphans. So an unknown child of the supervisor is always left over from
    a root that has ended, and is killed. `other_children` names the supervisor's known children
    that are not roots.
    """

    def __init__(
        self,
        processes: ProcessTable,
        timers: Timers,
        emit: Emit,
        adopts: bool,
        other_children: Callable[[], Set[int]],
    ) -> None:
        self._processes = processes
        self._timers = timers
        self._emit = emit
        self._adopts = adopts
        self._other_children = other_children
        self._live: Dict[str, Attempt] = {}
        self._leaving: List[Attempt] = []
        self._leave_by = 0.0
        self._retry: Optional[Timer] = None
        self.boot_id = ""
        self.on_end: Callable[[Attempt], None] = lambda attempt: None
        self.on_stuck: Callable[[Attempt], None] = lambda attempt: None

    def add(self, attempt: Attempt) -> None:
        """Watch an attempt that is about to start."""
        self._live[attempt.id] = attempt

    def get(self, id: str) -> Optional[Attempt]:
        """Return the attempt of this name, if it has not ended."""
        return self._live.get(id)

    def by_root(self, pid: int) -> Optional[Attempt]:
        """Return the attempt whose root has this number."""
        roots = (a for a in self._live.values() if a.root is not None and a.root.pid == pid)
        return next(roots, None)

    def live(self) -> List[Attempt]:
        """Return the attempts that have not ended."""
        return list(self._live.values())

    def running(self) -> List[Attempt]:
        """Return the attempts whose program runs."""
        return [attempt for attempt in self._live.values() if attempt.is_running]

    def begin(self, attempt: Attempt) -> None:
        """Tell that its program runs, and let its time limit begin."""
        root = attempt.root
        assert root is not None
        attempt.is_running = True
        attempt.started = time.monotonic()
        identity = {"pid": root.pid, "start_time": root.start, "boot_id": self.boot_id}
        self._emit({"event": "started", "id": attempt.id, **identity})
        if attempt.reason != "exited":
            self._ask(attempt, attempt.grace)
        elif attempt.timeout is not None:
            self._later(attempt, attempt.timeout, lambda: self.end(attempt, "timeout"))

    def refuse(self, attempt: Attempt, error: str) -> None:
        """Tell that it could not start."""
        self._forget(attempt)
        self.on_end(attempt)
        self._emit({"event": "refused", "id": attempt.id, "error": error})

    def end(self, attempt: Attempt, reason: str, grace: Optional[float] = None) -> None:
        """Ask its tree to end and kill it after the grace period; the first reason stays."""
        if attempt.reason == "exited":
            attempt.reason = reason
            if attempt.is_running:
                self._ask(attempt, attempt.grace if grace is None else grace)
            elif grace is not None:
                attempt.grace = grace
        elif attempt.is_running and grace is not None:
            self._later(attempt, grace, lambda: self.kill(attempt))

    def kill(self, attempt: Attempt, reason: str = "") -> None:
        """Kill its whole tree at once."""
        if reason and attempt.reason == "exited":
            attempt.reason = reason
        if attempt.root is not None:
            stop_and_kill(self._processes, [attempt.root])
        self._later(attempt, KILL_LIMIT, lambda: self._lose(attempt))

    def drop(self, attempt: Attempt, reason: str) -> None:
        """Tell the end of an attempt that never came to start."""
        attempt.reason = reason
        self._forget(attempt)
        self.on_end(attempt)
        self._emit(attempt.ended())

    def root_ended(self, attempt: Attempt, status: int, cpu: float, peak: int) -> None:
        """Take note that the root was reaped; its end is told when its descendants are gone."""
        self._forget(attempt)
        attempt.is_running = False
        attempt.status = status
        attempt.cpu = cpu
        attempt.wall = time.monotonic() - attempt.started if attempt.started else 0.0
        attempt.peak = max(attempt.peak, peak * (1 if sys.platform == "darwin" else 1024))
        self._end_group(attempt)
        self._leave_by = time.monotonic() + KILL_LIMIT
        self._leaving.append(attempt)

    def clear(self) -> None:
        """Kill what ended attempts left behind, and tell of those that left nothing (any more)."""
        strays = self._strays()
        if strays:
            stop_and_kill(self._processes, strays)
            self._clear_later()
        if not strays or time.monotonic() > self._leave_by:
            leaving, self._leaving = self._leaving, []
            for attempt in leaving:
                self.on_end(attempt)
                self._emit(attempt.ended())

    def kill_all(self) -> None:
        """Kill every tree there is."""
        roots = [attempt.root for attempt in self._live.values() if attempt.root is not None]
        for attempt in self._live.values():
            if attempt.reason == "exited":
                attempt.reason = "cancelled"
        stop_and_kill(self._processes, [*roots, *self._strays()])

    @property
    def is_empty(self) -> bool:
        """Whether nothing runs and nothing is left over."""
        return not self._live and not self._leaving

    def _strays(self) -> List[Process]:
        if not self._adopts:
            return []
        known = self._other_children()
        known.update(a.root.pid for a in self._live.values() if a.root is not None)
        strays = [pid for pid in self._processes.children(os.getpid()) if pid not in known]
        found = (self._processes.find(pid) for pid in strays)
        return [process for process in found if process is not None and not process.is_dead]

    def _clear_later(self) -> None:
        if self._retry is not None and not self._retry.is_cancelled:
            return
        self._retry = self._timers.after(_RETRY, self.clear)

    def _end_group(self, attempt: Attempt) -> None:
        if self._adopts or attempt.root is None:
            return
        try:
            os.killpg(attempt.root.pid, signal.SIGKILL)
        except OSError:
            return

    def _ask(self, attempt: Attempt, grace: float) -> None:
        assert attempt.root is not None
        if grace <= 0:
            self.kill(attempt)
            return
        ask_to_end(self._processes, attempt.root)
        self._later(attempt, grace, lambda: self.kill(attempt))

    def _lose(self, attempt: Attempt) -> None:
        if attempt.id in self._live:
            self.on_stuck(attempt)
            attempt.reason = "lost"
            self._later(attempt, KILL_LIMIT, lambda: self.drop(attempt, "lost"))

    def _later(self, attempt: Attempt, seconds: float, action: Callable[[], None]) -> None:
        attempt.timers.append(self._timers.after(seconds, action))

    def _forget(self, attempt: Attempt) -> None:
        self._live.pop(attempt.id, None)
        for timer in attempt.timers:
            timer.cancel()
