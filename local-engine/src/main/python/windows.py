"""The supervisor on Windows: the same commands and events as `supervisor.py`.

There is no fork here and pipes cannot be waited for together. So a thread listens to each, and
all that happens is done in one thread, in order. Every attempt is a job object, and the
supervisor and all its jobs are in one that ends with it.
"""

import json
import os
import platform
import queue
import signal
import subprocess
import sys
import threading
import time
from typing import Any, BinaryIO, Callable, Dict, List, Optional

from channel import encode
from orders import Command, environment_of_task, needs_fresh_interpreter, task_of
from processes import ATTEMPT_VARIABLE
from timers import Timer, Timers
from windows_jobs import Job
from windows_spares import HERE, Spare, Spares

_GRACE = 10.0
_COURTESY = 0.1
_LOOK_AGAIN = 0.01
_NEARLY = 0.95


class Attempt:
    """One attempt with its job; times in seconds."""

    def __init__(self, command: Command) -> None:
        grace = command.get("grace")
        self.id: str = command["id"]
        self.timeout: Optional[float] = command.get("timeout")
        self.grace: float = _GRACE if grace is None else grace
        self.memory_limit: Optional[int] = command.get("memory_limit") or None
        self.reason = "exited"
        self.started = 0.0
        self.wall = 0.0
        self.job: Any = None
        self.process: Optional["subprocess.Popen[bytes]"] = None
        self.timer: Optional[Timer] = None


class WindowsSupervisor:
    """Obeys commands until told to stop or cut off."""

    def __init__(self, commands: BinaryIO, events: BinaryIO, job: Callable[[], Any] = Job) -> None:
        self._commands = commands
        self._events = events
        self._job = job
        self._happened: "queue.Queue[Callable[[], None]]" = queue.Queue()
        self._timers = Timers()
        self._attempts: Dict[str, Attempt] = {}
        self._spares = Spares(job, self._happened.put, self._emit)
        self._is_over = False

    def serve(self) -> None:
        """Run until it is over; what is left then ends with this process."""
        _in_thread(self._read_commands)
        facts = {"subreaper": False, "cgroup": False, "python": platform.python_version()}
        self._emit({"event": "ready", "pid": os.getpid(), "platform": "win32", **facts})
        while not self._is_over:
            try:
                self._happened.get(timeout=self._timers.wait())()
            except queue.Empty:
                pass
            self._timers.run_due()
        self._finish()

    def _emit(self, event: Dict[str, Any]) -> None:
        try:
            self._events.write(encode(event))
            self._events.flush()
        except OSError:
            self._is_over = True

    def _read_commands(self) -> None:
        for line in self._commands:
            self._happened.put(lambda line=line: self._obey(line))  # type: ignore[misc]
        self._happened.put(self._end)

    def _obey(self, line: bytes) -> None:
        command: Any = None
        try:
            command = json.loads(line)
            self._dispatch(command)
        except (ValueError, KeyError, TypeError, AttributeError, OSError) as error:
            told = f"The command was not understood: {type(error).__name__}: {error}"
            print(told, file=sys.stderr, flush=True)
            id = command.get("id") if isinstance(command, dict) else None
            self._emit({"event": "refused", "id": id, "error": told})

    def _dispatch(self, command: Command) -> None:
        name = command["cmd"]
        if name == "python_task":
            self._start_task(command)
        elif name == "start":
            self._start(command, command["argv"], _with_token(command["env"], command))
        elif name == "cancel":
            self._cancel(command)
        elif name == "warm":
            self._spares.warm(command["worker"], command["python"], command["base_env"])
        elif name == "stop_worker":
            self._spares.stop(command["worker"])
        elif name == "sweep":
            self._emit({"event": "swept", "killed": []})
        elif name == "ping":
            self._emit({"event": "pong"})
        elif name == "shutdown":
            self._end()
        else:
            raise ValueError(f"no command is called {name!r}")

    def _start(self, command: Command, argv: List[str], env: Dict[str, str]) -> None:
        if not argv:
            raise ValueError("argv is empty")
        attempt = self._watch(command)
        attempt.job = self._job()
        try:
            attempt.job.limit(attempt.memory_limit)
            with open(command["stdout"], "ab") as out, open(command["stderr"], "ab") as error:
                attempt.process = attempt.job.start(
                    argv,
                    env=env,
                    cwd=command["cwd"],
                    stdin=subprocess.DEVNULL,
                    stdout=out,
                    stderr=error,
                )
        except OSError as failure:
            place = f" ({failure.filename})" if isinstance(failure.filename, str) else ""
            self._refuse(attempt, f"Cannot start `{argv[0]}`: {failure.strerror}{place}")
            return
        self._begin(attempt)

    def _start_task(self, command: Command) -> None:
        env = _with_token(environment_of_task(command), command)
        task = task_of(command, env)
        if needs_fresh_interpreter(command):
            main = os.path.join(HERE, "task_main.py")
            self._start(command, [command["python"], main, json.dumps(task)], env)
            return
        attempt = self._watch(command)
        self._spares.take(
            (command["worker"], command["python"], command["base_env"]),
            attempt.id,
            lambda spare: self._run_in(attempt, spare, task),
            lambda error: self._refuse(attempt, error),
        )

    def _run_in(self, attempt: Attempt, spare: Spare, task: Command) -> None:
        attempt.job, attempt.process = spare.job, spare.process
        attempt.job.limit(attempt.memory_limit)
        spare.give(task)
        self._begin(attempt)

    def _watch(self, command: Command) -> Attempt:
        attempt = Attempt(command)
        if attempt.id in self._attempts:
            raise ValueError(f"the attempt {attempt.id!r} is already there")
        self._attempts[attempt.id] = attempt
        return attempt

    def _begin(self, attempt: Attempt) -> None:
        process = attempt.process
        assert process is not None
        attempt.started = time.monotonic()
        start = attempt.job.start_time(process)
        identity = {"pid": process.pid, "start_time": start, "boot_id": "windows"}
        self._emit({"event": "started", "id": attempt.id, **identity})
        _in_thread(lambda: self._await_root(attempt, process))
        if attempt.timeout is not None:
            self._later(attempt, attempt.timeout, lambda: self._ask(attempt, "timeout"))

    def _await_root(self, attempt: Attempt, process: "subprocess.Popen[bytes]") -> None:
        process.wait()
        self._happened.put(lambda: self._root_ended(attempt))

    def _cancel(self, command: Command) -> None:
        attempt = self._attempts.get(command["id"])
        if attempt is None:
            return
        attempt.grace = attempt.grace if command.get("grace") is None else command["grace"]
        if self._spares.withdraw(attempt.id):
            attempt.reason = "cancelled"
            self._tell_end(attempt, None)
        elif attempt.job is not None:
            self._ask(attempt, "cancelled")

    def _ask(self, attempt: Attempt, reason: str) -> None:
        assert attempt.process is not None
        attempt.reason = reason if attempt.reason == "exited" else attempt.reason
        if attempt.grace > 0:
            attempt.job.ask_to_end(attempt.process)
        self._later(attempt, max(0.0, attempt.grace), attempt.job.end)

    def _root_ended(self, attempt: Attempt) -> None:
        """Let what it started end by itself for a moment, then kill it, then tell the end."""
        attempt.wall = time.monotonic() - attempt.started
        patience = _COURTESY if attempt.reason == "exited" else 0.0
        self._later(attempt, patience, attempt.job.end)
        self._tell_when_empty(attempt)

    def _tell_when_empty(self, attempt: Attempt) -> None:
        usage = attempt.job.usage()
        if usage.active > 0:
            self._timers.after(_LOOK_AGAIN, lambda: self._tell_when_empty(attempt))
        else:
            self._tell_end(attempt, usage)

    def _tell_end(self, attempt: Attempt, usage: Any) -> None:
        exit = attempt.process.returncode if attempt.process else None
        peak = usage.peak if usage else 0
        if attempt.reason == "exited" and exit != 0 and attempt.memory_limit:
            attempt.reason = "memory" if peak > _NEARLY * attempt.memory_limit else "exited"
        self._forget(attempt)
        ended = {"event": "ended", "id": attempt.id, "exit": exit, "signal": None}
        used = {"cpu": round(usage.cpu if usage else 0.0, 6), "peak_rss": peak}
        self._emit({**ended, "reason": attempt.reason, "wall": round(attempt.wall, 6), **used})

    def _refuse(self, attempt: Attempt, error: str) -> None:
        self._forget(attempt)
        self._emit({"event": "refused", "id": attempt.id, "error": error})

    def _forget(self, attempt: Attempt) -> None:
        self._attempts.pop(attempt.id, None)
        if attempt.timer is not None:
            attempt.timer.cancel()
        if attempt.job is not None:
            attempt.job.close()

    def _later(self, attempt: Attempt, seconds: float, action: Callable[[], None]) -> None:
        if attempt.timer is not None:
            attempt.timer.cancel()
        attempt.timer = self._timers.after(seconds, action)

    def _end(self) -> None:
        self._is_over = True

    def _finish(self) -> None:
        self._spares.close()
        for attempt in list(self._attempts.values()):
            attempt.reason = "cancelled"
            if attempt.job is not None:
                attempt.job.end()
            self._tell_end(attempt, None)


def _with_token(env: Dict[str, str], command: Command) -> Dict[str, str]:
    token = command.get("token")
    return {**env, ATTEMPT_VARIABLE: token} if token else dict(env)


def _in_thread(action: Callable[[], None]) -> None:
    threading.Thread(target=action, daemon=True).start()


def main() -> None:
    """Serve the host, within a job that ends everything with this process."""
    for name in ("SIGINT", "SIGBREAK"):
        signal.signal(getattr(signal, name), signal.SIG_IGN)
    everything = Job()
    everything.hold_ourselves()
    WindowsSupervisor(sys.stdin.buffer, sys.stdout.buffer).serve()
    sys.stdout.flush()
    os._exit(0)
