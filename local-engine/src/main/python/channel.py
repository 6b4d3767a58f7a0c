"""Exchange JSON lines without ever blocking."""

import json
import os
from typing import Any, Dict, List

_CHUNK = 1 << 18


def encode(message: Dict[str, Any]) -> bytes:
    """Return a message as one line."""
    return json.dumps(message, separators=(",", ":")).encode() + b"\n"


class LineReader:
    """Cuts what arrives at a descriptor into messages."""

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor
        self.is_open = True
        self._parts: List[bytes] = []

    def read(self) -> List[bytes]:
        """Return the complete lines that have arrived; after the last, `is_open` is false."""
        try:
            data = os.read(self.descriptor, _CHUNK)
        except (BlockingIOError, InterruptedError):
            return []
        except OSError:
            data = b""
        if not data:
            self.is_open = False
            return []
        return self._split(data)

    def _split(self, data: bytes) -> List[bytes]:
        if b"\n" not in data:
            self._parts.append(data)
            return []
        head, _, tail = data.rpartition(b"\n")
        lines = b"".join([*self._parts, head]).split(b"\n")
        self._parts = [tail] if tail else []
        return [line for line in lines if line.strip()]


class LineWriter:
    """Writes at once what the other side takes, and keeps the rest for later."""

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor
        self._waiting = bytearray()

    @property
    def is_waiting(self) -> bool:
        """Whether something could not be written yet."""
        return bool(self._waiting)

    def send(self, message: Dict[str, Any]) -> None:
        """Write a message, or as much of it as is taken now."""
        self._waiting += encode(message)
        self.flush()

    def flush(self) -> None:
        """Write what is waiting, as far as it is taken; forget it all if nobody reads any more."""
        try:
            while self._waiting:
                del self._waiting[: os.write(self.descriptor, self._waiting)]
        except (BlockingIOError, InterruptedError):
            return
        except OSError:
            self._waiting.clear()
