"""Show a forked task's token where others look for it: in `/proc/PID/environ`.

That file shows the environment a process was executed with, so a fork shows its parent's. The
worker is therefore executed with a blank in place of the token, and each fork fills it in.
"""

import ctypes
import os
from typing import Dict, Optional

from processes import ATTEMPT_VARIABLE

_WIDTH = 128
_ENV_START_FIELD = 50
_PREFIX = f"{ATTEMPT_VARIABLE}=".encode()
_BLANK = "-" * _WIDTH


def with_blank(env: Dict[str, str]) -> Dict[str, str]:
    """Return the environment to execute a worker with."""
    return {**env, ATTEMPT_VARIABLE: _BLANK}


def find_blank() -> Optional[int]:
    """Return the address of the blank in this process; none where the system hides it."""
    try:
        with open("/proc/self/environ", "rb") as file:
            offset = file.read().find(_PREFIX + _BLANK.encode())
        with open("/proc/self/stat", "rb") as file:
            words = file.read().rpartition(b")")[2].split()
    except OSError:
        return None
    start = int(words[_ENV_START_FIELD - 3])
    return start + offset + len(_PREFIX) if offset >= 0 and start else None


def fill_in(blank: Optional[int]) -> None:
    """Write the token of this process's environment over the blank."""
    token = os.environ.get(ATTEMPT_VARIABLE, "").encode()
    if blank is not None and len(token) <= _WIDTH:
        ctypes.memmove(blank, token.ljust(_WIDTH, b"\0"), _WIDTH)
