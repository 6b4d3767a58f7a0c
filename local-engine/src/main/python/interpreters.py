"""A Python process of ours that imports KFP's runtime ahead of the tasks."""

import json
import os
import socket
from typing import Any, Callable, Dict, List, Optional

from brand import with_blank
from channel import LineReader
from launch import Launch
from launches import Launches
from loop import Loop, Outbox
from processes import Process, ProcessTable

HERE = os.path.dirname(os.path.abspath(__file__))
_TAIL = 4000


class Interpreter:
    """A process joined by a socket: says `ready`, then takes orders and sends messages."""

    def __init__(self, loop: Loop, key: str, heard: Callable[["Interpreter", Any], None]) -> None:
        self.key = key
        self.process: Optional[Process] = None
        self.is_ready = False
        self.refusal = ""
        self._heard = heard
        self._loop = loop
        self._tail = b""
        self._control, self._theirs = socket.socketpair()
        self._reader = LineReader(self._control.fileno())
        self._outbox = Outbox(loop, self._control.fileno())
        self._errors, self._told = os.pipe()
        os.set_blocking(self._errors, False)

    def start(
        self, launches: Launches, processes: ProcessTable, argv: List[str], env: Dict[str, str]
    ) -> None:
        """Start it; its socket's number is the last argument."""
        descriptor = self._theirs.fileno()
        order = Launch(
            argv=[*argv, str(descriptor)],
            env=with_blank({**env, "_KFP_RUNTIME": "true"}),
            cwd=None,
            error_to=self._told,
            passed=(descriptor,),
        )
        pid = launches.start(order, lambda: None, self._refuse)
        self.process = processes.find(pid)
        self._theirs.close()
        os.close(self._told)
        self._loop.on_readable(self._control.fileno(), self.hear)
        self._loop.on_readable(self._errors, self._hear_errors)

    def send(self, message: Dict[str, Any]) -> None:
        """Send an order."""
        self._outbox.send(message)

    def hear(self) -> None:
        """Take what it has said."""
        for line in self._reader.read():
            self._heard(self, json.loads(line))
        if not self._reader.is_open:
            self._loop.forget(self._control.fileno())

    def last_words(self) -> str:
        """Hear everything left after its end, close, and return the end of its standard error."""
        while self._reader.is_open and _has_more(self._control):
            self.hear()
        self._hear_errors()
        self.close()
        return self.refusal or self._tail.decode(errors="replace").strip()

    def close(self) -> None:
        """Close the connection: the process then ends by itself."""
        if self._control.fileno() >= 0:
            self._loop.forget(self._control.fileno())
            self._control.close()
        if self._errors >= 0:
            self._loop.forget(self._errors)
            os.close(self._errors)
            self._errors = -1

    def _hear_errors(self) -> None:
        while self._errors >= 0:
            try:
                data = os.read(self._errors, 65536)
            except OSError:
                return
            if not data:
                self._loop.forget(self._errors)
                return
            self._tail = (self._tail + data)[-_TAIL:]

    def _refuse(self, error: str) -> None:
        self.refusal = error


def _has_more(control: socket.socket) -> bool:
    try:
        return len(control.recv(1, socket.MSG_PEEK)) >= 0
    except OSError:
        return False
