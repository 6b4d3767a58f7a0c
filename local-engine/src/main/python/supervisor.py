"""Start, watch and end the processes of task attempts, on behalf of the engine host.

Commands arrive as JSON lines on standard input, events leave as JSON lines on standard output.
Standard input is also the lifeline: when it ends, every process is killed and this one exits.
`--spare` runs Python tasks in interpreters started ahead instead of forked ones.
"""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import json
import platform
import signal
import time
from typing import Any, Dict, List, Optional, Set, Union

import kernel
from attempt import Attempt
from attempts import Attempts
from channel import LineReader
from guardian import fork_supervisor, kill_children
from interpreters import HERE
from launch import Launch, sentence
from launches import Launches
from limits import LOOK_SECONDS, WATCH_SECONDS, ControlGroups, MemoryWatch
from loop import Loop, Outbox
from orders import Command, environment_of_task, needs_fresh_interpreter, task_of
from processes import ATTEMPT_VARIABLE, boot_id, process_table, stop_and_kill
from spares import Spares
from timers import Timer
from workers import Workers


class Supervisor:
    """Obeys commands until told to stop or cut off."""

    def __init__(self, spare: bool) -> None:
        self._loop = Loop()
        self._outbox = Outbox(self._loop, 1)
        self._emit = self._outbox.send
        self._processes = process_table()
        self._adopts = kernel.adopt_orphans()
        self._groups = ControlGroups.find()
        self._launches = Launches(self._loop)
        self._attempts = Attempts(
            self._processes, self._loop.timers, self._emit, self._adopts, self._known_children
        )
        kind = Spares if spare else Workers
        self._workers: Union[Spares, Workers] = kind(
            self._loop, self._launches, self._processes, self._attempts, self._emit
        )
        self._attempts.boot_id = boot_id()
        self._attempts.on_end = self._groups.finish
        self._attempts.on_stuck = self._workers.kill_worker_of
        self._memory = MemoryWatch(self._processes, lambda a: self._attempts.kill(a, "memory"))
        self._reader = LineReader(0)
        self._is_over = False
        self._next_look: Optional[Timer] = None

    def serve(self, lifeline: int) -> None:
        """Run until it is over, then leave nothing behind."""
        os.set_blocking(0, False)
        self._loop.on_signals([signal.SIGCHLD, signal.SIGTERM], self._signalled)
        self._loop.on_readable(0, self._read_commands)
        self._loop.on_readable(lifeline, self._end)
        self._emit(self._ready())
        while not self._is_over:
            self._loop.turn()
        self._finish()

    def _ready(self) -> Command:
        return {
            "event": "ready",
            "pid": os.getpid(),
            "platform": sys.platform,
            "subreaper": self._adopts,
            "cgroup": self._groups.base or False,
            "python": platform.python_version(),
        }

    def _read_commands(self) -> None:
        for line in self._reader.read():
            if not self._is_over:
                self._obey(line)
        if not self._reader.is_open:
            self._end()

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
            self._start(command, self._environment(command["env"], command))
        elif name == "cancel":
            self._cancel(command)
        elif name == "warm":
            self._workers.warm(command["worker"], command["python"], command["base_env"])
        elif name == "stop_worker":
            self._workers.stop(command["worker"])
        elif name == "sweep":
            self._sweep(command)
        elif name == "ping":
            self._emit({"event": "pong"})
        elif name == "shutdown":
            self._end()
        else:
            raise ValueError(f"no command is called {name!r}")

    def _start(self, command: Command, env: Dict[str, str]) -> None:
        order = _launch_of(command, env)
        attempt = self._watch(command)
        try:
            pid = self._launches.start(
                order._replace(cgroup=attempt.cgroup),
                lambda: self._attempts.begin(attempt),
                lambda error: self._attempts.refuse(attempt, error),
            )
            attempt.root = self._processes.find(pid)
        except OSError as error:
            self._attempts.refuse(attempt, sentence("Cannot start another process", error))

    def _start_task(self, command: Command) -> None:
        env = self._environment(environment_of_task(command), command)
        task = task_of(command, env)
        if needs_fresh_interpreter(command):
            argv = [command["python"], os.path.join(HERE, "task_main.py"), json.dumps(task)]
            self._start({**command, "argv": argv}, env)
            return
        attempt = self._watch(command)
        try:
            self._workers.submit(attempt, {**task, "cgroup": attempt.cgroup}, command)
        except OSError as error:
            self._attempts.refuse(attempt, sentence("Cannot start a Python worker", error))

    def _environment(self, env: Dict[str, str], command: Command) -> Dict[str, str]:
        token = command.get("token")
        return {**env, ATTEMPT_VARIABLE: token} if token else dict(env)

    def _watch(self, command: Command) -> Attempt:
        attempt = Attempt.of(command)
        if self._attempts.get(attempt.id) is not None:
            raise ValueError(f"the attempt {attempt.id!r} is already there")
        self._attempts.add(attempt)
        self._groups.limit(attempt)
        self._look_later()
        return attempt

    def _cancel(self, command: Command) -> None:
        attempt = self._attempts.get(command["id"])
        if attempt is None:
            return
        if self._workers.withdraw(attempt):
            self._attempts.drop(attempt, "cancelled")
        else:
            self._attempts.end(attempt, "cancelled", command.get("grace"))

    def _sweep(self, command: Command) -> None:
        """Kill what an earlier supervisor left behind, known by the tokens of its attempts."""
        found = self._processes.with_token(set(command["tokens"]))
        stop_and_kill(self._processes, found)
        self._emit({"event": "swept", "killed": [process.pid for process in found]})

    def _signalled(self, number: int) -> None:
        if number == signal.SIGTERM:
            self._end()
        else:
            self._reap()

    def _reap(self) -> None:
        while True:
            try:
                pid, status, usage = os.wait4(-1, os.WNOHANG)
            except ChildProcessError:
                break
            if pid == 0:
                break
            self._reaped(pid, status, usage)
        self._attempts.clear()

    def _reaped(self, pid: int, status: int, usage: Any) -> None:
        self._launches.settle(pid)
        if self._workers.reaped(pid):
            return
        attempt = self._attempts.by_root(pid)
        if attempt is not None:
            cpu = usage.ru_utime + usage.ru_stime
            self._attempts.root_ended(attempt, status, cpu, usage.ru_maxrss)

    def _known_children(self) -> Set[int]:
        return self._workers.pids | self._launches.pids

    def _look_later(self) -> None:
        """Measure memory and look for left-over processes again and again while anything runs."""
        limited = any(attempt.memory_limit for attempt in self._attempts.live())
        seconds = WATCH_SECONDS if limited else LOOK_SECONDS
        waiting = self._next_look
        if waiting is None or waiting.is_over or waiting.due > time.monotonic() + seconds:
            if waiting is not None:
                waiting.cancel()
            self._next_look = self._loop.timers.after(seconds, self._look)

    def _look(self) -> None:
        self._memory.look(self._attempts.live())
        self._attempts.clear()
        if not self._attempts.is_empty:
            self._look_later()

    def _end(self) -> None:
        self._is_over = True

    def _finish(self) -> None:
        self._attempts.kill_all()
        kill_children(self._processes, 5.0)
        for attempt in self._attempts.live():
            self._attempts.drop(attempt, "cancelled")
        self._groups.close()
        self._outbox.finish(1.0)


def _launch_of(command: Command, env: Dict[str, str]) -> Launch:
    if not command["argv"]:
        raise ValueError("argv is empty")
    outputs = {"stdout": command["stdout"], "stderr": command["stderr"]}
    return Launch(argv=command["argv"], env=env, cwd=command["cwd"], **outputs)


def main(arguments: List[str]) -> None:
    """Serve in a process guarded by this one; on Windows, in this one."""
    if sys.platform == "win32":
        import windows

        windows.main()
        return
    lifeline = fork_supervisor(process_table())
    spare = "--spare" in arguments or not sys.platform.startswith("linux")
    Supervisor(spare).serve(lifeline)
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1:])
