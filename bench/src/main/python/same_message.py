"""Ask the official kfp whether two files mean the same pipeline.

Reads lines of `ORIGINAL<TAB>EDITED` from standard input and prints `same` or what differs, a line
each. A file that the official parser refuses is `refused` on both sides or differs.
"""

import sys

import yaml
from google.protobuf import json_format
from kfp.pipeline_spec import pipeline_spec_pb2


def message(path: str):
    """Return the messages of a file's pipeline and the plain value of its platform document."""
    with open(path, encoding="utf-8") as file:
        documents = list(yaml.safe_load_all(file))
    spec = json_format.ParseDict(documents[0], pipeline_spec_pb2.PipelineSpec())
    return spec.SerializeToString(deterministic=True), documents[1:]


def parsed(path: str):
    """Return the message, or why there is none."""
    try:
        return message(path)
    except Exception as error:
        return f"refused: {type(error).__name__}"


def main() -> None:
    """Compare pair by pair."""
    for line in sys.stdin:
        original, edited = line.rstrip("\n").split("\t")
        first, second = parsed(original), parsed(edited)
        print("same" if first == second else f"differs: {original}", flush=True)


if __name__ == "__main__":
    main()
