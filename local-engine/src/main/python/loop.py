"""Wait for descriptors, timers and signals in one thread."""

import os
import selectors
import signal
from typing import Any, Callable, Dict, Iterable, Optional, Tuple

from channel import LineWriter
from timers import Timers

Action = Callable[[], None]


class Loop:
    """Calls what was asked for when something happens, one call at a time."""

    def __init__(self) -> None:
        self.timers = Timers()
        self._selector = selectors.DefaultSelector()
        self._actions: Dict[int, Tuple[Optional[Action], Optional[Action]]] = {}

    def on_readable(self, descriptor: int, action: Optional[Action]) -> None:
        """Call when something can be read (or the other side has closed); none to stop."""
        self._set(descriptor, action, self._actions.get(descriptor, (None, None))[1])

    def on_writable(self, descriptor: int, action: Optional[Action]) -> None:
        """Call when something can be written; none to stop."""
        self._set(descriptor, self._actions.get(descriptor, (None, None))[0], action)

    def forget(self, descriptor: int) -> None:
        """Stop watching a descriptor, before it is closed."""
        self._set(descriptor, None, None)

    def on_signals(self, numbers: Iterable[int], action: Callable[[int], None]) -> None:
        """Call, in the loop, after any of these signals has arrived."""
        woken, wake = os.pipe()
        os.set_blocking(woken, False)
        os.set_blocking(wake, False)
        for number in numbers:
            signal.signal(number, lambda received, frame: None)
        signal.set_wakeup_fd(wake, warn_on_full_buffer=False)
        self.on_readable(woken, lambda: _call_each(os.read(woken, 4096), action))

    def turn(self) -> None:
        """Wait until something happens and make the calls for it."""
        for key, events in self._selector.select(self.timers.wait()):
            for bit, index in ((selectors.EVENT_READ, 0), (selectors.EVENT_WRITE, 1)):
                action = self._actions.get(key.fd, (None, None))[index]
                if events & bit and action is not None:
                    action()
        self.timers.run_due()

    def _set(self, descriptor: int, read: Optional[Action], write: Optional[Action]) -> None:
        mask = (selectors.EVENT_READ if read else 0) | (selectors.EVENT_WRITE if write else 0)
        known = descriptor in self._actions
        if mask and known:
            self._selector.modify(descriptor, mask)
        elif mask:
            self._selector.register(descriptor, mask)
        elif known:
            self._selector.unregister(descriptor)
        self._actions.pop(descriptor, None)
        if mask:
            self._actions[descriptor] = (read, write)


class Outbox:
    """Sends messages through a descriptor, in order, at once or as soon as they are taken."""

    def __init__(self, loop: Loop, descriptor: int) -> None:
        os.set_blocking(descriptor, False)
        self._loop = loop
        self._writer = LineWriter(descriptor)

    def send(self, message: Dict[str, Any]) -> None:
        """Send a message."""
        self._writer.send(message)
        self._wait_if_needed()

    def finish(self, seconds: float) -> None:
        """Wait, for so long at most, until everything is sent."""
        with selectors.DefaultSelector() as selector:
            selector.register(self._writer.descriptor, selectors.EVENT_WRITE)
            while self._writer.is_waiting and selector.select(seconds):
                self._writer.flush()

    def _flush(self) -> None:
        self._writer.flush()
        self._wait_if_needed()

    def _wait_if_needed(self) -> None:
        action = self._flush if self._writer.is_waiting else None
        self._loop.on_writable(self._writer.descriptor, action)


def _call_each(numbers: bytes, action: Callable[[int], None]) -> None:
    for number in sorted(set(numbers)):
        action(number)
