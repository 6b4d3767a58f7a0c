"""Start processes from within the loop and hear whether their programs run."""

import os
from typing import Callable, Dict, NamedTuple, Set

from launch import Launch, launch
from loop import Loop


class _Pending(NamedTuple):
    report: int
    running: Callable[[], None]
    refused: Callable[[str], None]


class Launches:
    """Processes that were forked but have not said yet whether their program runs."""

    def __init__(self, loop: Loop) -> None:
        self._loop = loop
        self._pending: Dict[int, _Pending] = {}

    def start(
        self, order: Launch, running: Callable[[], None], refused: Callable[[str], None]
    ) -> int:
        """Fork; later call `running`, or `refused` with a sentence. Return the number."""
        launched = launch(order)
        self._pending[launched.pid] = _Pending(launched.report, running, refused)
        self._loop.on_readable(launched.report, lambda: self.settle(launched.pid))
        return launched.pid

    def settle(self, pid: int) -> None:
        """Hear what a process has to say, at the latest when it has ended."""
        pending = self._pending.pop(pid, None)
        if pending is None:
            return
        self._loop.forget(pending.report)
        said = _read(pending.report)
        os.close(pending.report)
        if said:
            pending.refused(said.decode(errors="replace"))
        else:
            pending.running()

    @property
    def pids(self) -> Set[int]:
        """The processes not heard of yet."""
        return set(self._pending)


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:
        return b""
