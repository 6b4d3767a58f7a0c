"""Time kfp.local: a chain of trivial tasks in a process that has kfp imported.

`peer_local.py TASKS FOLDER` prints the seconds of each run as JSON, the first run left out.
"""

import json
import sys
import time

from kfp import dsl, local


@dsl.component(base_image="python:3.11")
def step(x: int) -> int:
    return x + 1


def chain_of(tasks: int):
    """Return a pipeline of so many tasks, each taking the output of the one before."""

    @dsl.pipeline(name="chain")
    def chain(x: int = 0) -> int:
        task = step(x=x)
        for _ in range(tasks - 1):
            task = step(x=task.output)
        return task.output

    return chain


def main() -> None:
    """Warm up with one task, then time one chain."""
    tasks, folder = int(sys.argv[1]), sys.argv[2]
    local.init(local.SubprocessRunner(use_venv=False), pipeline_root=folder)
    chain_of(1)()
    start = time.perf_counter()
    run = chain_of(tasks)()
    seconds = time.perf_counter() - start
    assert run.output == tasks, run.output
    sys.stdout.write("\n" + json.dumps({"tasks": tasks, "seconds": seconds}) + "\n")


if __name__ == "__main__":
    main()
