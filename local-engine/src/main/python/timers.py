"""Call something later, within a loop that waits for events."""

import heapq
import itertools
import time
from typing import Callable, List, Optional, Tuple


class Timer:
    """A call that is still to come, at a time of the monotonic clock."""

    def __init__(self, due: float, action: Callable[[], None]) -> None:
        self.due = due
        self._action: Optional[Callable[[], None]] = action

    def cancel(self) -> None:
        """Do not call."""
        self._action = None

    def fire(self) -> None:
        """Call, once."""
        action, self._action = self._action, None
        if action is not None:
            action()

    @property
    def is_over(self) -> bool:
        """Whether nothing will be called (any more)."""
        return self._action is None


class Timers:
    """Calls that are still to come, the next one first."""

    def __init__(self) -> None:
        self._heap: List[Tuple[float, int, Timer]] = []
        self._order = itertools.count()

    def after(self, seconds: float, action: Callable[[], None]) -> Timer:
        """Call `action` once, that many seconds from now."""
        timer = Timer(time.monotonic() + seconds, action)
        heapq.heappush(self._heap, (timer.due, next(self._order), timer))
        return timer

    def wait(self) -> Optional[float]:
        """Return the seconds until the next call; none if there is no call to come."""
        while self._heap and self._heap[0][2].is_over:
            heapq.heappop(self._heap)
        return max(0.0, self._heap[0][0] - time.monotonic()) if self._heap else None

    def run_due(self) -> None:
        """Make the calls whose time has come."""
        now = time.monotonic()
        while self._heap and self._heap[0][0] <= now:
            heapq.heappop(self._heap)[2].fire()
