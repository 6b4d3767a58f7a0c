"""Outlive the supervisor just long enough to kill what it leaves behind.

The process the host starts becomes the guardian and forks the supervisor. Whichever of the two is
killed, the other one sees it: the supervisor by the end of a pipe, the guardian as its parent. As
the guardian adopts orphans, everything a killed supervisor had started is then below it.
"""

import os
import signal
import time
from typing import Optional

import kernel
from processes import ProcessTable, stop_and_kill

_LIMIT = 5.0


def fork_supervisor(processes: ProcessTable) -> int:
    """Return, in a new process, a descriptor that ends with the guardian. The guardian stays."""
    lifeline, held = os.pipe()
    kernel.adopt_orphans()
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    child = os.fork()
    if child == 0:
        os.close(held)
        return lifeline
    os.close(lifeline)
    os.close(0)
    os._exit(_guard(child, processes))


def _guard(child: int, processes: ProcessTable) -> int:
    def pass_on(number: int, frame: object) -> None:
        os.kill(child, number)

    signal.signal(signal.SIGTERM, pass_on)
    status = _wait_for(child)
    kill_children(processes, _LIMIT)
    return os.WEXITSTATUS(status) if os.WIFEXITED(status) else 128 + os.WTERMSIG(status)


def _wait_for(child: int) -> int:
    while True:
        pid, status = os.waitpid(-1, 0)
        if pid == child:
            return status


def kill_children(processes: ProcessTable, seconds: float) -> None:
    """Kill everything below this process, until nothing is left or the time is over."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        while _reap_one() is not None:
            pass
        children = processes.children(os.getpid())
        if not children:
            return
        found = (processes.find(pid) for pid in children)
        stop_and_kill(processes, [process for process in found if process is not None])
        time.sleep(0.005)


def _reap_one() -> Optional[int]:
    try:
        return os.waitpid(-1, os.WNOHANG)[0] or None
    except ChildProcessError:
        return None
