"""A process with KFP's runtime imported that forks itself for every task.

Started by the supervisor as `worker.py DESCRIPTOR`, the descriptor being a socket on which tasks
arrive and news of them leave. It stays single-threaded: forking is safe only so.
"""

import gc
import os
import selectors
import signal
import socket
import sys
from typing import Any, Dict, NoReturn, Tuple

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import json

import binnacle_task
import kernel
from channel import LineReader, encode
from launch import fork_quietly, join_cgroup, lead_session, open_outputs, redirect, sentence
from processes import process_table


class Worker:
    """Forks tasks and reports how they ended, until the supervisor closes the socket."""

    def __init__(self, control: socket.socket, program: binnacle_task.Program) -> None:
        self._control = control
        self._program = program
        self._tasks: Dict[int, str] = {}
        self._processes = process_table()
        self._pid = os.getpid()
        self._is_stopping = False
        self._selector = selectors.DefaultSelector()
        self._woken, self._wake = _signal_pipe()

    def work(self) -> None:
        """Serve until told to stop, or until the supervisor is gone."""
        reader = LineReader(self._control.fileno())
        self._selector.register(self._control, selectors.EVENT_READ)
        self._selector.register(self._woken, selectors.EVENT_READ)
        self._tell({"event": "ready"})
        while reader.is_open and not (self._is_stopping and not self._tasks):
            for key, _ in self._selector.select():
                if key.fileobj is self._control:
                    self._obey(reader)
                else:
                    os.read(self._woken, 4096)
            self._reap()

    def _obey(self, reader: LineReader) -> None:
        for line in reader.read():
            order = json.loads(line)
            if order.get("cmd") == "stop":
                self._is_stopping = True
            else:
                self._start(order)

    def _start(self, order: Dict[str, Any]) -> None:
        try:
            descriptors = _open_all(order)
        except OSError as error:
            told = sentence("Cannot start the task", error)
            self._tell({"event": "refused", "id": order["id"], "error": told})
            return
        pid = fork_quietly()
        if pid == 0:
            self._become(order, descriptors)
        for descriptor in set(descriptors):
            os.close(descriptor)
        self._tasks[pid] = order["id"]
        process = self._processes.find(pid)
        start = process.start if process else ""
        self._tell({"event": "started", "id": order["id"], "pid": pid, "start": start})

    def _become(self, order: Dict[str, Any], descriptors: Tuple[int, int, int]) -> NoReturn:
        code = 1
        try:
            lead_session(self._pid)
            self._forget_worker()
            out, error, folder = descriptors
            redirect(out, error)
            os.fchdir(folder)
            for descriptor in {out, error, folder}:
                os.close(descriptor)
            join_cgroup(order.get("cgroup"))
            gc.enable()
            code = binnacle_task.run(order, self._program)
        except BaseException:
            sys.excepthook(*sys.exc_info())
            sys.stderr.flush()
        finally:
            binnacle_task.leave(code)

    def _forget_worker(self) -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)
        self._selector.close()
        self._control.close()
        os.close(self._woken)
        os.close(self._wake)

    def _reap(self) -> None:
        while self._tasks:
            pid, status, usage = os.wait4(-1, os.WNOHANG)
            if pid == 0:
                return
            task = self._tasks.pop(pid, None)
            if task is not None:
                cpu = usage.ru_utime + usage.ru_stime
                end = {"status": status, "cpu": cpu, "peak": usage.ru_maxrss}
                self._tell({"event": "ended", "id": task, **end})

    def _tell(self, message: Dict[str, Any]) -> None:
        self._control.sendall(encode(message))


def _open_all(order: Dict[str, Any]) -> Tuple[int, int, int]:
    folder = os.open(order["cwd"], os.O_RDONLY | os.O_DIRECTORY)
    try:
        return (*open_outputs(order["stdout"], order["stderr"]), folder)
    except OSError:
        os.close(folder)
        raise


def _signal_pipe() -> Tuple[int, int]:
    woken, wake = os.pipe()
    os.set_blocking(wake, False)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGCHLD, lambda number, frame: None)
    signal.set_wakeup_fd(wake, warn_on_full_buffer=False)
    return woken, wake


def main() -> None:
    """Import KFP's runtime, then serve."""
    control = socket.socket(fileno=int(sys.argv[1]))
    control.set_inheritable(False)
    kernel.adopt_orphans(False)
    program = binnacle_task.load_program()
    worker = Worker(control, program)
    binnacle_task.hide_ourselves()
    gc.collect()
    gc.disable()
    gc.freeze()
    try:
        worker.work()
    except (BrokenPipeError, ConnectionError):
        return


if __name__ == "__main__":
    main()
