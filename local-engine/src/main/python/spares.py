"""Interpreters started ahead, one task each, where forking a warm one is not safe."""

import os
import signal
from typing import Any, Callable, Dict, List, Set, Tuple

from attempt import Attempt
from attempts import Attempts
from interpreters import HERE, Interpreter
from launches import Launches
from loop import Loop
from processes import ProcessTable

Emit = Callable[[Dict[str, Any]], None]
Order = Dict[str, Any]


class _Kind:
    """The interpreters of one key, and the tasks that wait for one."""

    def __init__(self, python: str, env: Dict[str, str]) -> None:
        self.python = python
        self.env = env
        self.starting = 0
        self.ready: List[Interpreter] = []
        self.waiting: List[Tuple[Attempt, Order]] = []


class Spares:
    """Keeps one spare interpreter per key. Answers to the same calls as `Workers`."""

    def __init__(
        self,
        loop: Loop,
        launches: Launches,
        processes: ProcessTable,
        attempts: Attempts,
        emit: Emit,
    ) -> None:
        self._loop = loop
        self._launches = launches
        self._processes = processes
        self._attempts = attempts
        self._emit = emit
        self._kinds: Dict[str, _Kind] = {}
        self._by_pid: Dict[int, Interpreter] = {}

    @property
    def pids(self) -> Set[int]:
        """The interpreters without a task."""
        return set(self._by_pid)

    def warm(self, key: str, python: str, env: Dict[str, str]) -> None:
        """Start an interpreter of this key unless there is one."""
        if key not in self._kinds:
            self._kinds[key] = _Kind(python, env)
        self._fill(key)

    def submit(self, attempt: Attempt, task: Order, command: Order) -> None:
        """Give a task to a ready interpreter, or to the next that gets ready."""
        key = command["worker"]
        kind = self._kinds.setdefault(key, _Kind(command["python"], command["base_env"]))
        kind.waiting.append((attempt, task))
        self._match(kind)
        self._fill(key)

    def withdraw(self, attempt: Attempt) -> bool:
        """Take back a task that has no interpreter yet."""
        for kind in self._kinds.values():
            kept = [entry for entry in kind.waiting if entry[0] is not attempt]
            if len(kept) < len(kind.waiting):
                kind.waiting = kept
                return True
        return False

    def stop(self, key: str) -> None:
        """End the interpreters of this key that have no task."""
        self._kinds.pop(key, None)
        for interpreter in [i for i in self._by_pid.values() if i.key == key]:
            interpreter.close()

    def kill_worker_of(self, attempt: Attempt) -> None:
        """Do nothing: a task is the interpreter itself here."""

    def reaped(self, pid: int) -> bool:
        """Take note that a process ended; return whether it was an interpreter without a task."""
        interpreter = self._by_pid.pop(pid, None)
        if interpreter is None:
            return False
        kind = self._kinds.get(interpreter.key)
        if kind is not None and not interpreter.is_ready:
            kind.starting -= 1
            self._fail(kind, interpreter, interpreter.last_words())
        elif kind is not None:
            kind.ready.remove(interpreter)
        interpreter.close()
        return True

    def _fill(self, key: str) -> None:
        kind = self._kinds[key]
        while len(kind.ready) + kind.starting < len(kind.waiting) + 1:
            self._start(key, kind)

    def _start(self, key: str, kind: _Kind) -> None:
        kind.starting += 1
        interpreter = Interpreter(self._loop, key, self._heard)
        argv = [kind.python, os.path.join(HERE, "task_main.py"), "--wait"]
        interpreter.start(self._launches, self._processes, argv, kind.env)
        if interpreter.process is not None:
            self._by_pid[interpreter.process.pid] = interpreter

    def _heard(self, interpreter: Interpreter, message: Dict[str, Any]) -> None:
        interpreter.is_ready = True
        kind = self._kinds.get(interpreter.key)
        if kind is None or interpreter not in self._by_pid.values():
            interpreter.close()
            return
        assert interpreter.process is not None
        kind.starting -= 1
        kind.ready.append(interpreter)
        ready = {"event": "worker", "worker": interpreter.key, "state": "ready"}
        self._emit({**ready, "pid": interpreter.process.pid})
        self._match(kind)

    def _match(self, kind: _Kind) -> None:
        while kind.waiting and kind.ready:
            attempt, task = kind.waiting.pop(0)
            interpreter = kind.ready.pop(0)
            assert interpreter.process is not None
            del self._by_pid[interpreter.process.pid]
            attempt.root = interpreter.process
            interpreter.send(task)
            self._attempts.begin(attempt)

    def _fail(self, kind: _Kind, interpreter: Interpreter, words: str) -> None:
        pid = interpreter.process.pid if interpreter.process else None
        failed = {"event": "worker", "worker": interpreter.key, "state": "failed", "pid": pid}
        self._emit({**failed, "error": words})
        if kind.waiting:
            attempt, _ = kind.waiting.pop(0)
            told = f"The Python interpreter ended before the task started: {words or 'no reason'}"
            self._attempts.refuse(attempt, told)
