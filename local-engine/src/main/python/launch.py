"""Start a process in a session of its own (POSIX)."""

import os
import signal
from typing import Dict, List, NamedTuple, NoReturn, Optional, Tuple

import kernel

_OURS = ("SIGPIPE", "SIGXFSZ", "SIGXFZ", "SIGINT", "SIGHUP", "SIGTERM", "SIGCHLD")


class Launch(NamedTuple):
    """What to start. Outputs are files to append to, unless `error_to` names a descriptor."""

    argv: List[str]
    env: Dict[str, str]
    cwd: Optional[str]
    stdout: str = os.devnull
    stderr: str = os.devnull
    error_to: Optional[int] = None
    passed: Tuple[int, ...] = ()
    cgroup: Optional[str] = None


class Launched(NamedTuple):
    """A forked process. `report` ends empty once the program runs, or says why it does not."""

    pid: int
    report: int


def launch(order: Launch) -> Launched:
    """Fork and start the program; never waits for it."""
    report, told = os.pipe()
    parent = os.getpid()
    pid = fork_quietly()
    if pid == 0:
        _become(order, parent, told)
    os.close(told)
    os.set_blocking(report, False)
    return Launched(pid, report)


def fork_quietly() -> int:
    """Fork with signals blocked in the child until it has dropped our ways to handle them."""
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
    pid = -1
    try:
        pid = os.fork()
    finally:
        if pid != 0:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
    return pid


def open_outputs(stdout: str, stderr: str) -> Tuple[int, int]:
    """Open both files for appending, for this user alone; equal paths share one descriptor."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
    out = os.open(stdout, flags, 0o600)
    if stdout == stderr:
        return out, out
    try:
        return out, os.open(stderr, flags, 0o600)
    except OSError:
        os.close(out)
        raise


def lead_session(parent: int) -> None:
    """Make the process just forked the head of its own tree, which ends with its parent."""
    os.setsid()
    kernel.die_with_parent(parent)
    kernel.adopt_orphans()
    signal.set_wakeup_fd(-1)
    for name in _OURS:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())


def redirect(out: int, error: int) -> None:
    """Read nothing, and write to these descriptors."""
    nothing = os.open(os.devnull, os.O_RDONLY)
    for source, target in ((nothing, 0), (out, 1), (error, 2)):
        os.dup2(source, target)
    if nothing > 2:
        os.close(nothing)


def join_cgroup(folder: Optional[str]) -> None:
    """Move this process into a control group, if one is given; the memory is watched anyway."""
    if folder is None:
        return
    try:
        with open(os.path.join(folder, "cgroup.procs"), "w", encoding="ascii") as file:
            file.write("0")
    except OSError:
        return


def sentence(what: str, error: OSError) -> str:
    """Say what could not be done and why, in the system's words."""
    place = f" ({error.filename})" if isinstance(error.filename, str) else ""
    return f"{what}: {error.strerror or error}{place} [errno {error.errno}]"


def _become(order: Launch, parent: int, told: int) -> NoReturn:
    doing = "Cannot begin a session"
    try:
        lead_session(parent)
        doing = "Cannot open the log"
        out, error = open_outputs(order.stdout, order.stderr)
        redirect(out, error if order.error_to is None else order.error_to)
        join_cgroup(order.cgroup)
        doing = "Cannot use the working folder"
        if order.cwd is not None:
            os.chdir(order.cwd)
        for descriptor in order.passed:
            os.set_inheritable(descriptor, True)
        doing = f"Cannot start `{order.argv[0]}`"
        os.execvpe(order.argv[0], order.argv, order.env)
    except OSError as failure:
        os.write(told, sentence(doing, failure).encode(errors="replace"))
    except BaseException as failure:
        os.write(told, f"{doing}: {failure}".encode(errors="replace"))
    finally:
        os._exit(127)
