"""All attempts, from their start until nothing of them is left."""

import os
import signal
import time
from typing import Any, Callable, Dict, List, Optional, Set

from attempt import Attempt
from processes import ProcessTable, ask_to_end, stop_and_kill
from timers import Timer, Timers

KILL_LIMIT = 5.0
_COURTESY = 0.1
_FIRST_RETRY = 0.01
_LAST_RETRY = 1.0

Emit = Callable[[Dict[str, Any]], None]


class Attempts:
    """Keeps every attempt until it and all its descendants have ended, then tells so.

    A root adopts its own orphans. So an unknown child of the supervisor is always left over from
    a root that has ended, and is killed. `other_children` names the supervisor's known children
    that are not roots; `adopts` says whether this system lets processes adopt at all.
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
        self._retry: Optional[Timer] = None
        self._retry_after = _FIRST_RETRY
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
        """Return the attempts whose root has not ended."""
        return list(self._live.values())

    @property
    def is_empty(self) -> bool:
        """Whether nothing runs and nothing is left over."""
        return not self._live and not self._leaving

    def begin(self, attempt: Attempt) -> None:
        """Tell that its program runs, and let its time limit begin."""
        root = attempt.root
        assert root is not None
        attempt.is_running = True
        attempt.started = time.monotonic()
        identity = {"pid": root.pid, "start_time": root.start, "boot_id": self.boot_id}
        self._emit({"event": "started", "id": attempt.id, **identity})
        if attempt.was_ended and not attempt.timers:
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
        attempt.grace = attempt.grace if grace is None else grace
        if attempt.was_ended and attempt.root is not None:
            self._later(attempt, attempt.grace, lambda: self.kill(attempt))
            return
        attempt.reason = reason
        if attempt.root is not None:
            self._ask(attempt, attempt.grace)

    def kill(self, attempt: Attempt, reason: str = "") -> None:
        """Kill its whole tree at once."""
        if reason and not attempt.was_ended:
            attempt.reason = reason
        if attempt.root is not None:
            stop_and_kill(self._processes, [attempt.root])
        self._later(attempt, KILL_LIMIT, lambda: self._stuck(attempt))

    def drop(self, attempt: Attempt, reason: str) -> None:
        """Tell the end of an attempt whose root never started or cannot be reaped."""
        attempt.reason = reason
        self._forget(attempt)
        self.on_end(attempt)
        self._emit(attempt.ended())

    def root_ended(self, attempt: Attempt, status: int, cpu: float, peak: int) -> None:
        """Take note that the root was reaped; its end is told when its descendants are gone."""
        self._forget(attempt)
        attempt.reaped(status, cpu, peak)
        self._end_group(attempt)
        now = time.monotonic()
        attempt.patient_until = now if attempt.was_ended else now + _COURTESY
        attempt.leave_by = now + KILL_LIMIT
        self._leaving.append(attempt)

    def clear(self) -> None:
        """Kill what ended attempts left behind, and tell of those that left nothing (any more).

        Helpers that end by themselves a moment after their program, and tidy up, are let do so.
        """
        strays = self._strays()
        now = time.monotonic()
        if all(now >= attempt.patient_until for attempt in self._leaving):
            self._kill(strays)
        if strays:
            self._clear_later()
        else:
            self._retry_after = _FIRST_RETRY
        self._tell_gone([a for a in self._leaving if not strays or now > a.leave_by])

    def kill_all(self) -> None:
        """Kill every tree there is."""
        for attempt in self._live.values():
            attempt.reason = attempt.reason if attempt.was_ended else "cancelled"
        roots = [attempt.root for attempt in self._live.values() if attempt.root is not None]
        stop_and_kill(self._processes, roots)
        self._kill(self._strays())

    def _tell_gone(self, gone: List[Attempt]) -> None:
        for attempt in gone:
            self._leaving.remove(attempt)
            self.on_end(attempt)
            self._emit(attempt.ended())

    def _strays(self) -> List[int]:
        """Return what was left over, the dead included: they may just have left us their children."""
        if not self._adopts:
            return []
        known = self._other_children()
        known.update(a.root.pid for a in self._live.values() if a.root is not None)
        return [pid for pid in self._processes.children(os.getpid()) if pid not in known]

    def _kill(self, unreaped: List[int]) -> None:
        """Kill trees below processes that only we can reap, so their numbers are still theirs."""
        found = (self._processes.find(pid) for pid in unreaped)
        alive = [process for process in found if process is not None and not process.is_dead]
        if alive:
            stop_and_kill(self._processes, alive)

    def _clear_later(self) -> None:
        if self._retry is None or self._retry.is_over:
            self._retry = self._timers.after(self._retry_after, self.clear)
            self._retry_after = min(2 * self._retry_after, _LAST_RETRY)

    def _end_group(self, attempt: Attempt) -> None:
        """Kill the root's process group, where that is all that can be found of its tree."""
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

    def _stuck(self, attempt: Attempt) -> None:
        self.on_stuck(attempt)
        self._later(attempt, KILL_LIMIT, lambda: self.drop(attempt, "lost"))

    def _later(self, attempt: Attempt, seconds: float, action: Callable[[], None]) -> None:
        attempt.later(self._timers.after(seconds, action))

    def _forget(self, attempt: Attempt) -> None:
        self._live.pop(attempt.id, None)
        attempt.forget_timers()
