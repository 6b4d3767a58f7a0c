"""Run a KFP Python component in this process, as a command line of its own would.

The same as `_KFP_RUNTIME=true python3 -m kfp.dsl.executor_main --component_module_path MODULE
--executor_input JSON --function_to_execute FUNCTION`, except that the JSON comes from a file, and
that components of a containerised module get all of kfp, as in their image.
"""

import argparse
import atexit
import gc
import importlib
import importlib.util
import os
import random
import signal
import sys
import threading
import time
import types
from typing import Any, Callable, Dict, List, NamedTuple, NoReturn, Optional

from brand import fill_in, find_blank

_MAIN = "kfp.dsl.executor_main"
_MAIN_BEFORE_2_1 = "kfp.components.executor_main"
_HERE = os.path.dirname(os.path.abspath(__file__))
_LIGHTWEIGHT = "ephemeral_component.py"
_INTERRUPTED = 128 + signal.SIGINT


class Program(NamedTuple):
    """KFP's runtime, imported, with the code of its main module still to run."""

    spec: Any
    code: Any
    blank: Optional[int]


def load_program() -> Program:
    """Import everything the main module needs, but leave that module itself unimported."""
    os.environ["_KFP_RUNTIME"] = "true"
    spec: Any = _import_main().__spec__
    package, _, name = spec.name.rpartition(".")
    del sys.modules[spec.name]
    vars(sys.modules[package]).pop(name, None)
    _use_argparse()
    return Program(spec, spec.loader.get_code(spec.name), find_blank())


def _import_main() -> types.ModuleType:
    try:
        return importlib.import_module(_MAIN)
    except ModuleNotFoundError as error:
        if error.name != _MAIN:
            raise
    return importlib.import_module(_MAIN_BEFORE_2_1)


def _use_argparse() -> None:
    """Let it import and compile once what every task would otherwise: milliseconds."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--option", type=str)
    parser.parse_args(["--option", "value"])


def hide_ourselves() -> None:
    """Forget our own modules and folder, so that they cannot be mistaken for the user's."""
    sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry or ".") != _HERE]
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__file__", None)
        if name != "__main__" and isinstance(file, str) and os.path.dirname(file) == _HERE:
            del sys.modules[name]


def run(order: Dict[str, Any], program: Program) -> int:
    """Run the component and everything it leaves to be done at exit; return the exit code."""
    _prepare(order)
    fill_in(program.blank)
    main = _main_module(order, program)
    code = _guarded(lambda: _execute(order, program, main))
    return _finish(code, main, order["module"])


def leave(code: int) -> NoReturn:
    """End this process at once, as an interpreter would that has nothing left to do."""
    if code == _INTERRUPTED:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGINT)
    os._exit(code & 0xFF)


def _prepare(order: Dict[str, Any]) -> None:
    os.environ.clear()
    os.environ.update(order["env"])
    if hasattr(time, "tzset"):
        time.tzset()
    random.seed()
    sys.path[:0] = [*_import_path(order), os.getcwd()]
    output: Any = sys.stdout
    output.reconfigure(line_buffering=True)


def _import_path(order: Dict[str, Any]) -> List[str]:
    archive = order.get("archive_dir")
    return [*([archive] if archive else []), *(order.get("path_prefix") or [])]


def _execute(order: Dict[str, Any], program: Program, main: types.ModuleType) -> None:
    if os.path.basename(order["module"]) != _LIGHTWEIGHT:
        _import_all_of_kfp()
    exec(program.code, main.__dict__)


def _import_all_of_kfp() -> None:
    """Import what the runtime leaves out: modules written for an image use kfp's decorators."""
    os.environ.pop("_KFP_RUNTIME", None)
    for name in ("kfp.dsl", "kfp"):
        if name in sys.modules:
            importlib.reload(sys.modules[name])


def _main_module(order: Dict[str, Any], program: Program) -> types.ModuleType:
    spec = program.spec
    main = types.ModuleType("__main__")
    vars(main).update(
        __file__=spec.origin,
        __cached__=spec.cached,
        __loader__=spec.loader,
        __package__=spec.parent,
        __spec__=spec,
    )
    sys.modules["__main__"] = main
    with open(order["executor_input"], encoding="utf-8") as file:
        arguments = ["--component_module_path", order["module"], "--executor_input", file.read()]
    sys.argv[:] = [spec.origin, *arguments, "--function_to_execute", order["function"]]
    setattr(sys, "orig_argv", [sys.executable, "-m", spec.name, *sys.argv[1:]])
    return main


def _guarded(action: Callable[[], None]) -> int:
    try:
        action()
        return 0
    except SystemExit as end:
        return _exit_code(end.code)
    except KeyboardInterrupt as error:
        _report(error)
        return _INTERRUPTED
    except BaseException as error:
        _report(error)
        return 1


def _exit_code(value: Any) -> int:
    if value is None:
        return 0
    if isinstance(value, int):
        return value & 0xFF
    print(value, file=sys.stderr)
    return 1


def _report(error: BaseException) -> None:
    trace = error.__traceback__
    while trace is not None and trace.tb_frame.f_code.co_filename == __file__:
        trace = trace.tb_next
    try:
        sys.excepthook(type(error), error.with_traceback(trace), trace)
    except BaseException:
        sys.__excepthook__(type(error), error, trace)


def _finish(code: int, main: types.ModuleType, component: str) -> int:
    _guarded(threading._shutdown)  # type: ignore[attr-defined]
    _guarded(atexit._run_exitfuncs)
    _let_go(main, component)
    return code if _flushed() or code != 0 else 120


def _let_go(main: types.ModuleType, component: str) -> None:
    """Drop what the component's module still holds, so that open files are written out."""
    if threading.active_count() > 1:
        return
    name = os.path.splitext(os.path.basename(component))[0]
    kept: List[Optional[types.ModuleType]] = [main, sys.modules.get(name)]
    for module in kept:
        if module is not None:
            module.__dict__.clear()
    gc.collect()


def _flushed() -> bool:
    return all([_guarded(stream.flush) == 0 for stream in (sys.stdout, sys.stderr) if stream])
