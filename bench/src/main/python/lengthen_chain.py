"""Lengthen a compiled chain of tasks: `lengthen_chain.py CHAIN.yaml TASKS OUT.yaml`.

The SDK needs more than five minutes for 5,000 tasks; its output only repeats itself.
"""

import copy
import sys

import yaml


def lengthened(spec: dict, tasks: int) -> dict:
    """Return the spec with so many tasks, each like the last."""
    components, executors = spec["components"], spec["deploymentSpec"]["executors"]
    steps = spec["root"]["dag"]["tasks"]
    for number in range(len(steps) + 1, tasks + 1):
        name = f"step-{number}"
        components[f"comp-{name}"] = {**components["comp-step"], "executorLabel": f"exec-{name}"}
        executors[f"exec-{name}"] = copy.deepcopy(executors["exec-step"])
        step = copy.deepcopy(steps["step-2"])
        step["componentRef"]["name"] = f"comp-{name}"
        step["taskInfo"]["name"] = name
        step["dependentTasks"] = [f"step-{number - 1}"]
        step["inputs"]["parameters"]["x"]["taskOutputParameter"]["producerTask"] = f"step-{number - 1}"
        steps[name] = step
    return spec


class NoAliases(yaml.CSafeDumper):
    """Writes everything out, as the SDK does."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def main() -> None:
    """Read, lengthen, write."""
    source, tasks, out = sys.argv[1:4]
    with open(source, encoding="utf-8") as file:
        spec = yaml.load(file, yaml.CSafeLoader)
    with open(out, "w", encoding="utf-8") as file:
        yaml.dump(lengthened(spec, int(tasks)), file, NoAliases, sort_keys=True)


if __name__ == "__main__":
    main()
