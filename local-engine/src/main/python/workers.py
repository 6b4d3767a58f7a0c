"""One warm worker per environment, forking a process for every task."""

import os
import signal
from typing import Any, Callable, Dict, List, Optional, Set, Tuple

from attempt import Attempt
from attempts import Attempts
from interpreters import HERE, Interpreter
from launches import Launches
from loop import Loop
from processes import Process, ProcessTable

READY_LIMIT = 120.0

Emit = Callable[[Dict[str, Any]], None]
Order = Dict[str, Any]


class _Worker(Interpreter):
    """A worker with the tasks given to it: not sent yet, sent, and running."""

    def __init__(self, loop: Loop, key: str, heard: Callable[[Interpreter, Any], None]) -> None:
        super().__init__(loop, key, heard)
        self.waiting: List[Tuple[Attempt, Order]] = []
        self.tasks: Dict[str, Attempt] = {}


class Workers:
    """Starts workers when they are first needed and passes tasks on to them."""

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
        self._by_key: Dict[str, _Worker] = {}
        self._by_pid: Dict[int, _Worker] = {}

    @property
    def pids(self) -> Set[int]:
        """The workers' process numbers."""
        return set(self._by_pid)

    def warm(self, key: str, python: str, env: Dict[str, str]) -> None:
        """Start the worker of this key unless there is one."""
        if key not in self._by_key:
            self._start(key, python, env)

    def submit(self, attempt: Attempt, task: Order, command: Order) -> None:
        """Run a task in the command's worker."""
        key = command["worker"]
        self.warm(key, command["python"], command["base_env"])
        worker = self._by_key[key]
        if worker.is_ready:
            self._send(worker, attempt, task)
        else:
            worker.waiting.append((attempt, task))

    def withdraw(self, attempt: Attempt) -> bool:
        """Take back a task that was not sent to its worker yet."""
        for worker in self._by_key.values():
            kept = [entry for entry in worker.waiting if entry[0] is not attempt]
            if len(kept) < len(worker.waiting):
                worker.waiting = kept
                return True
        return False

    def stop(self, key: str) -> None:
        """Let the worker of this key end after its tasks."""
        worker = self._by_key.pop(key, None)
        if worker is not None and worker.is_ready:
            worker.send({"cmd": "stop"})
        elif worker is not None:
            self.kill(worker)

    def kill(self, worker: Interpreter) -> None:
        """Kill a worker, and thereby its tasks."""
        if worker.process is not None:
            self._processes.send(worker.process, signal.SIGKILL)

    def kill_worker_of(self, attempt: Attempt) -> None:
        """Kill the worker that does not tell how this task ended."""
        for worker in self._by_pid.values():
            if attempt.id in worker.tasks:
                self.kill(worker)

    def reaped(self, pid: int) -> bool:
        """Take note that a process ended; return whether it was a worker."""
        worker = self._by_pid.pop(pid, None)
        if worker is None:
            return False
        words = worker.last_words()
        if self._by_key.get(worker.key) is worker:
            del self._by_key[worker.key]
        if not worker.is_ready:
            self._tell_failed(worker, words)
        self._refuse_unstarted(worker, words)
        for attempt in list(worker.tasks.values()):
            self._orphaned(attempt)
        return True

    def _start(self, key: str, python: str, env: Dict[str, str]) -> None:
        worker = _Worker(self._loop, key, self._heard)
        argv = [python, os.path.join(HERE, "worker.py")]
        worker.start(self._launches, self._processes, argv, env)
        self._by_key[key] = worker
        if worker.process is not None:
            self._by_pid[worker.process.pid] = worker
        self._loop.timers.after(READY_LIMIT, lambda: self._give_up(worker))

    def _give_up(self, worker: _Worker) -> None:
        if not worker.is_ready:
            worker.refusal = f"It was not ready after {READY_LIMIT:.0f} seconds."
            self.kill(worker)

    def _send(self, worker: _Worker, attempt: Attempt, task: Order) -> None:
        worker.tasks[attempt.id] = attempt
        worker.send(task)

    def _heard(self, source: Interpreter, message: Dict[str, Any]) -> None:
        assert isinstance(source, _Worker)
        event = message["event"]
        if event == "ready":
            self._ready(source)
            return
        attempt = source.tasks.get(message["id"])
        if attempt is None:
            return
        if event == "started":
            attempt.root = Process(message["pid"], 0, message["start"], "R", 0)
            self._attempts.begin(attempt)
        elif event == "refused":
            del source.tasks[attempt.id]
            self._attempts.refuse(attempt, message["error"])
        else:
            del source.tasks[attempt.id]
            self._attempts.root_ended(attempt, message["status"], message["cpu"], message["peak"])
            self._attempts.clear()

    def _ready(self, worker: _Worker) -> None:
        worker.is_ready = True
        pid = worker.process.pid if worker.process else None
        self._emit({"event": "worker", "worker": worker.key, "state": "ready", "pid": pid})
        waiting, worker.waiting = worker.waiting, []
        for attempt, task in waiting:
            self._send(worker, attempt, task)

    def _tell_failed(self, worker: _Worker, words: str) -> None:
        pid: Optional[int] = worker.process.pid if worker.process else None
        failed = {"event": "worker", "worker": worker.key, "state": "failed", "pid": pid}
        self._emit({**failed, "error": words})

    def _refuse_unstarted(self, worker: _Worker, words: str) -> None:
        sent = [attempt for attempt in worker.tasks.values() if not attempt.is_running]
        for attempt in [*sent, *(entry[0] for entry in worker.waiting)]:
            worker.tasks.pop(attempt.id, None)
            told = f"The Python worker ended before the task started: {words or 'no reason given'}"
            self._attempts.refuse(attempt, told)

    def _orphaned(self, attempt: Attempt) -> None:
        """Its worker is gone: the kernel kills it, and we reap it as its new parent."""
        attempt.reason = attempt.reason if attempt.was_ended else "lost"
        root = attempt.root
        if root is None or root.pid not in self._processes.children(os.getpid()):
            self._attempts.drop(attempt, attempt.reason)
        else:
            self._attempts.kill(attempt)
