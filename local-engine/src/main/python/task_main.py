"""Run one KFP Python component in a fresh interpreter.

`task_main.py ORDER` has the task's order as JSON; `task_main.py --wait DESCRIPTOR` imports KFP's
runtime ahead, says that it is ready, and then waits for the order on that descriptor.
"""

import json
import os
import socket
import sys
from typing import Any, Dict

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import binnacle_task
from channel import encode
from launch import open_outputs, redirect


def main() -> None:
    """Run the task and exit as it does."""
    if sys.argv[1] == "--wait":
        program = binnacle_task.load_program()
        order = _await_order(int(sys.argv[2]))
    else:
        order = json.loads(sys.argv[1])
        program = binnacle_task.load_program()
    binnacle_task.hide_ourselves()
    code = binnacle_task.run(order, program)
    binnacle_task.leave(code)


def _await_order(descriptor: int) -> Dict[str, Any]:
    with socket.socket(fileno=descriptor) as control, control.makefile("rb") as lines:
        control.sendall(encode({"event": "ready"}))
        line = lines.readline()
    if not line.endswith(b"\n"):
        sys.exit(0)
    order: Dict[str, Any] = json.loads(line)
    redirect(*open_outputs(order["stdout"], order["stderr"]))
    os.chdir(order["cwd"])
    return order


if __name__ == "__main__":
    main()
