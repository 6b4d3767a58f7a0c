"""Job objects: groups of processes that Windows limits, measures and ends together."""

import ctypes
import shutil
import signal
import subprocess
from typing import Any, List, NamedTuple, Optional

_EXTENDED_LIMITS = 9
_ACCOUNTING = 1
_LIMIT_JOB_MEMORY = 0x200
_KILL_ON_JOB_CLOSE = 0x2000
_TICKS_PER_SECOND = 10_000_000
_KILLED = 137
_SUSPENDED = 0x4
_NEW_PROCESS_GROUP = 0x200

_Large = ctypes.c_longlong
_Dword = ctypes.c_uint32


class _BasicLimits(ctypes.Structure):
    _fields_ = [
        ("PerProcessUserTimeLimit", _Large),
        ("PerJobUserTimeLimit", _Large),
        ("LimitFlags", _Dword),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", _Dword),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", _Dword),
        ("SchedulingClass", _Dword),
    ]


class _ExtendedLimits(ctypes.Structure):
    _fields_ = [
        ("BasicLimitInformation", _BasicLimits),
        ("IoInfo", ctypes.c_ulonglong * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    ]


class _Accounting(ctypes.Structure):
    _fields_ = [
        ("TotalUserTime", _Large),
        ("TotalKernelTime", _Large),
        ("ThisPeriodTotalUserTime", _Large),
        ("ThisPeriodTotalKernelTime", _Large),
        ("TotalPageFaultCount", _Dword),
        ("TotalProcesses", _Dword),
        ("ActiveProcesses", _Dword),
        ("TotalTerminatedProcesses", _Dword),
    ]


class Usage(NamedTuple):
    """What a job has used: processor time in seconds, peak memory in bytes."""

    active: int
    cpu: float
    peak: int


class Job:
    """Everything in it, and what that starts, ends when the last handle to it is closed.

    The handle is not inherited, so that happens at the latest when this process ends.
    """

    def __init__(self) -> None:
        self._system = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined]
        self._system.CreateJobObjectW.restype = ctypes.c_void_p
        self._system.GetCurrentProcess.restype = ctypes.c_void_p
        handle = self._system.CreateJobObjectW(None, None)
        _check(handle)
        self._handle = ctypes.c_void_p(handle)
        self.limit(None)

    def limit(self, memory: Optional[int]) -> None:
        """Let all its processes together have so many bytes; none for any number."""
        limits = _ExtendedLimits()
        limits.BasicLimitInformation.LimitFlags = _KILL_ON_JOB_CLOSE
        if memory is not None:
            limits.BasicLimitInformation.LimitFlags |= _LIMIT_JOB_MEMORY
            limits.JobMemoryLimit = memory
        size = ctypes.sizeof(limits)
        told = ctypes.byref(limits)
        _check(self._system.SetInformationJobObject(self._handle, _EXTENDED_LIMITS, told, size))

    def hold_ourselves(self) -> None:
        """Take in this process, and so everything it will start."""
        self._add(self._system.GetCurrentProcess())

    def start(self, argv: List[str], **how: Any) -> "subprocess.Popen[bytes]":
        """Start a process in it, as `Popen` does; it runs nothing before it is in."""
        flags = _SUSPENDED | _NEW_PROCESS_GROUP
        program = shutil.which(argv[0], path=how["env"].get("PATH")) or argv[0]
        process = subprocess.Popen([program, *argv[1:]], creationflags=flags, **how)
        try:
            self._add(_handle_of(process))
            if ctypes.WinDLL("ntdll").NtResumeProcess(  # type: ignore[attr-defined]
                ctypes.c_void_p(_handle_of(process))
            ):
                raise OSError(f"Cannot let `{argv[0]}` begin")
        except OSError:
            process.kill()
            raise
        return process

    def start_time(self, process: "subprocess.Popen[bytes]") -> str:
        """Return when a process was created, in the system's own words."""
        times = [ctypes.c_ulonglong() for _ in range(4)]
        pointers = [ctypes.byref(time) for time in times]
        self._system.GetProcessTimes(ctypes.c_void_p(_handle_of(process)), *pointers)
        return str(times[0].value)

    def usage(self) -> Usage:
        """Measure."""
        accounting, limits = _Accounting(), _ExtendedLimits()
        self._query(_ACCOUNTING, accounting)
        self._query(_EXTENDED_LIMITS, limits)
        ticks = accounting.TotalUserTime + accounting.TotalKernelTime
        cpu = ticks / _TICKS_PER_SECOND
        return Usage(accounting.ActiveProcesses, cpu, limits.PeakJobMemoryUsed)

    def ask_to_end(self, process: "subprocess.Popen[bytes]") -> None:
        """Send the break signal to a process and those in its console group."""
        try:
            process.send_signal(signal.CTRL_BREAK_EVENT)  # type: ignore[attr-defined]
        except OSError:
            return

    def end(self) -> None:
        """Kill everything in it."""
        self._system.TerminateJobObject(self._handle, _KILLED)

    def close(self) -> None:
        """Give up the handle, and with it everything still in the job."""
        self._system.CloseHandle(self._handle)

    def _add(self, process: int) -> None:
        handle = ctypes.c_void_p(process)
        _check(self._system.AssignProcessToJobObject(self._handle, handle))

    def _query(self, kind: int, into: ctypes.Structure) -> None:
        size = ctypes.sizeof(into)
        told = ctypes.byref(into)
        _check(self._system.QueryInformationJobObject(self._handle, kind, told, size, None))


def _handle_of(process: "subprocess.Popen[bytes]") -> int:
    return int(process._handle)  # type: ignore[attr-defined]


def _check(result: Any) -> None:
    if not result:
        raise ctypes.WinError(ctypes.get_last_error())  # type: ignore[attr-defined]
