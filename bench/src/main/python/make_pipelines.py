"""Compile the pipelines that are measured, with the real kfp: `make_pipelines.py NAME SIZE OUT`.

`chain`: SIZE trivial tasks, each taking the output of the one before. `naps`: SIZE independent
tasks of one second. `fan`: SIZE independent trivial tasks.
"""

import sys

from kfp import compiler, dsl


@dsl.component(base_image="python:3.11")
def step(x: int) -> int:
    return x + 1


@dsl.component(base_image="python:3.11")
def nap(x: int) -> int:
    import time

    time.sleep(1)
    return x


def pipeline(name: str, size: int):
    """Return the pipeline of this name."""

    @dsl.pipeline(name=name)
    def chain(x: int = 0):
        task = step(x=x)
        for _ in range(size - 1):
            task = step(x=task.output)

    @dsl.pipeline(name=name)
    def naps(x: int = 0):
        for number in range(size):
            nap(x=number)

    @dsl.pipeline(name=name)
    def fan(x: int = 0):
        for number in range(size):
            step(x=number)

    return {"chain": chain, "naps": naps, "fan": fan}[name]


def main() -> None:
    """Compile one."""
    name, size, out = sys.argv[1:4]
    compiler.Compiler().compile(pipeline(name, int(size)), out)


if __name__ == "__main__":
    main()
