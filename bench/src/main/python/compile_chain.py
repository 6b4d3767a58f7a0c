"""Write the source of a chain of tasks for the KFP SDK to compile.

`compile_chain.py TASKS SOURCE.py` only writes; `kfp dsl compile --py SOURCE.py` is what is timed.
"""

import sys

SOURCE = '''from kfp import dsl


@dsl.component(base_image="python:3.11")
def step(x: int) -> int:
    return x + 1


@dsl.pipeline(name="chain")
def chain(x: int = 0) -> int:
    task = step(x=x)
    for _ in range({tasks} - 1):
        task = step(x=task.output)
    return task.output
'''


def main() -> None:
    """Write the file."""
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        file.write(SOURCE.format(tasks=int(sys.argv[1])))


if __name__ == "__main__":
    main()
