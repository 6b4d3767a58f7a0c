"""Run one KFP Python component in a fresh interpreter.

`task_main.py ORDER` has the task's order as JSON; `task_main.py --wait DESCRIPTOR` imports KFP's
runtime ahead, says that it is ready, and then waits for the order on that descriptor, a socket;
`task_main.py --wait -` does the same on its standard input and output.
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
        order = _await_order(sys.argv[2])
    else:
        order = json.loads(sys.argv[1])
        program = binnacle_task.load_program()
    binnacle_task.hide_ourselves()
    code = binnacle_task.run(order, program)
    binnacle_task.leave(code)


def _await_order(channel: str) -> Dict[str, Any]:
    line = _ask_standard_input() if channel == "-" else _ask_socket(int(channel))
    if not line.endswith(b"\n"):
        sys.exit(0)
    order: Dict[str, Any] = json.loads(line)
    redirect(*open_outputs(order["stdout"], order["stderr"]))
    os.chdir(order["cwd"])
    return order


def _ask_socket(descriptor: int) -> bytes:
    with socket.socket(fileno=descriptor) as control, control.makefile("rb") as lines:
        control.sendall(encode({"event": "ready"}))
        return lines.readline()


def _ask_standard_input() -> bytes:
    os.write(1, encode({"event": "ready"}))
    return sys.stdin.buffer.readline()


if __name__ == "__main__":
    main()
