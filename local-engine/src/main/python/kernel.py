"""Ask the Linux kernel for what Python's standard library does not offer.

Every function answers whether it worked; on other systems none does.
"""

import ctypes
import os
import signal
import sys
from typing import Any, Optional

_PR_SET_PDEATHSIG = 1
_PR_SET_CHILD_SUBREAPER = 36


def _load_libc() -> Optional[Any]:
    if not sys.platform.startswith("linux"):
        return None
    try:
        return ctypes.CDLL(None, use_errno=True)
    except OSError:
        return None


_LIBC = _load_libc()


def _prctl(option: int, value: int) -> bool:
    if _LIBC is None:
        return False
    try:
        return bool(_LIBC.prctl(option, ctypes.c_ulong(value), 0, 0, 0) == 0)
    except (AttributeError, OSError):
        return False


def adopt_orphans(adopt: bool = True) -> bool:
    """Make this process the parent of every orphan among its descendants; or no longer."""
    return _prctl(_PR_SET_CHILD_SUBREAPER, int(adopt))


def die_with_parent(parent: int) -> None:
    """Have this process killed when the process `parent`, which forked it, ends.

    The kernel ties this to the thread that forked, so the parent must be single-threaded.
    """
    if _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL) and os.getppid() != parent:
        os._exit(128 + signal.SIGKILL)
