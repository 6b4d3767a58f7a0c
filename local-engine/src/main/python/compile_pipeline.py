"""Compile the pipeline of a Python file with the KFP SDK of this interpreter.

`compile_pipeline.py SOURCE FUNCTION OUTPUT REPORT` writes the compiled YAML to OUTPUT and what
happened, as JSON, to REPORT. An empty FUNCTION means the only pipeline, or the one that no other
contains; in a file without pipelines, the only component.
"""

import importlib
import importlib.util
import json
import os
import sys
import traceback
from types import ModuleType, TracebackType
from typing import Any, Dict, List, Optional

_HERE = os.path.dirname(os.path.abspath(__file__))

Report = Dict[str, Any]


class Refusal(Exception):
    """The file was read, but does not say what to compile; carries the report."""

    def __init__(self, outcome: str, **facts: Any) -> None:
        super().__init__(outcome)
        self.report = {"outcome": outcome, **facts}


def main(arguments: List[str]) -> int:
    """Compile and report; a mistake in the user's file is a report, not a failure of ours."""
    source, function, output, report = arguments
    told = _compile(source, function, output)
    with open(report, "w", encoding="utf-8") as file:
        json.dump(told, file)
    return 0


def _compile(source: str, function: str, output: str) -> Report:
    _stand_in(os.path.dirname(source))
    try:
        module = _load(source)
        chosen = _chosen(module, function)
        importlib.import_module("kfp.compiler").Compiler().compile(chosen, package_path=output)
    except Refusal as refusal:
        return refusal.report
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        return _failure(error, source)
    return {"outcome": "compiled", "sdk": importlib.import_module("kfp").__version__}


def _stand_in(folder: str) -> None:
    """Find modules as a script in this folder would, not as one of ours."""
    sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry or ".") != _HERE]
    sys.path.insert(0, folder)
    sys.argv[:] = [""]
    os.chdir(folder)


def _load(source: str) -> ModuleType:
    name = os.path.splitext(os.path.basename(source))[0]
    spec = importlib.util.spec_from_file_location(name, source)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def _chosen(module: ModuleType, function: str) -> Any:
    base = importlib.import_module("kfp.dsl.base_component").BaseComponent
    graph = importlib.import_module("kfp.dsl.graph_component").GraphComponent
    found = {name: value for name, value in vars(module).items() if isinstance(value, base)}
    if function:
        if function not in found:
            raise Refusal("unknown", choices=sorted(found))
        return found[function]
    pipelines = {name: value for name, value in found.items() if isinstance(value, graph)}
    candidates = _distinct(_outermost(pipelines) if pipelines else found)
    if len(candidates) != 1:
        raise Refusal("several" if candidates else "none", choices=sorted(candidates))
    return next(iter(candidates.values()))


def _distinct(candidates: Dict[str, Any]) -> Dict[str, Any]:
    by_identity = {id(value): (name, value) for name, value in reversed(candidates.items())}
    return dict(by_identity.values())


def _outermost(pipelines: Dict[str, Any]) -> Dict[str, Any]:
    """Return the pipelines that are no part of another one; all if that leaves none."""
    inner = {part for value in pipelines.values() for part in value.pipeline_spec.components}
    outer = {name: value for name, value in pipelines.items() if f"comp-{value.name}" not in inner}
    return outer or pipelines


def _failure(error: BaseException, source: str) -> Report:
    place = _place(error, source)
    report = {
        "outcome": "failed",
        "type": type(error).__name__,
        "message": str(error),
        "file": place["file"],
        "line": place["line"],
        "trace": "".join(traceback.format_exception(type(error), error, _trace_of(error))),
    }
    if isinstance(error, ModuleNotFoundError) and error.name:
        report["missing"] = error.name.partition(".")[0]
    return report


def _trace_of(error: BaseException) -> Optional[TracebackType]:
    """Return the error's trace without our own frames and those of importing."""
    trace = error.__traceback__
    while trace is not None and _is_ours(trace.tb_frame.f_code.co_filename):
        trace = trace.tb_next
    return trace


def _is_ours(file: str) -> bool:
    return file.startswith("<frozen importlib") or os.path.dirname(os.path.abspath(file)) == _HERE


def _place(error: BaseException, source: str) -> Dict[str, Any]:
    """Return the innermost place in the user's own code."""
    if isinstance(error, SyntaxError) and error.filename:
        return {"file": error.filename, "line": error.lineno or 1}
    folder = os.path.dirname(source) + os.sep
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if _is_users(frame.filename, folder)]
    return {"file": own[-1].filename, "line": own[-1].lineno} if own else {"file": source, "line": 1}


def _is_users(file: str, folder: str) -> bool:
    return os.path.abspath(file).startswith(folder) and "site-packages" not in file


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
