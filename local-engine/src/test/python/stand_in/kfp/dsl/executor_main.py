"""Stands in for KFP's runtime where kfp is not installed: calls a function, writes its result."""

import argparse
import importlib.util
import json
import os
import sys


def executor_main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--component_module_path")
    parser.add_argument("--function_to_execute")
    parser.add_argument("--executor_input")
    arguments = parser.parse_args()
    folder, file = os.path.split(arguments.component_module_path)
    name = os.path.splitext(file)[0]
    spec = importlib.util.spec_from_file_location(name, arguments.component_module_path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    sys.path.insert(0, folder)
    spec.loader.exec_module(module)
    entry = json.loads(arguments.executor_input)
    result = getattr(module, arguments.function_to_execute)(**entry["inputs"]["parameterValues"])
    with open(entry["outputs"]["outputFile"], "w") as out:
        json.dump({"parameterValues": {"Output": result}}, out)


if __name__ == "__main__":
    executor_main()
