"""Components of the real KFP runtime."""

import subprocess
import sys
import unittest

from supervised import ENV, KFP_PYTHON, SupervisedTest, needs_kfp, needs_linux

HEAD = "import kfp\nfrom kfp import dsl\nfrom kfp.dsl import *\nfrom typing import *\n"


class RealCases:
    def test_writes_parameters_and_artifact_metadata(self) -> None:
        self.task(
            "a",
            HEAD + "def f(n: int, names: List[str]) -> dict:\n    return {n: names}\n",
            {"n": 4, "names": ["x", "y"]},
        )

        ended = self.ended("a")

        self.assertEqual(0, ended["exit"], self.log("a"))
        self.assertEqual({"4": ["x", "y"]}, self.output("a"))

    def test_prints_and_exits_like_the_command_line(self) -> None:
        source = HEAD + "def f(n: int) -> int:\n    print('n', n)\n    raise SystemExit(n)\n"
        self.task("a", source, {"n": 17})
        place = self.folder / "a"
        command = [
            self.python,
            "-m",
            "kfp.dsl.executor_main",
            "--component_module_path",
            str(place / "ephemeral_component.py"),
            "--executor_input",
            (place / "executor_input.json").read_text(),
            "--function_to_execute",
            "f",
        ]

        real = subprocess.run(
            command,
            env={**ENV, "_KFP_RUNTIME": "true"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=place,
        )
        ended = self.ended("a")

        self.assertEqual(real.returncode, ended["exit"])
        self.assertEqual(_timeless(real.stdout.decode()), _timeless(self.log("a")))

    def test_fails_like_the_command_line_when_the_result_has_the_wrong_type(self) -> None:
        self.task("a", HEAD + "def f() -> int:\n    return 'text'\n")

        self.assertEqual(1, self.ended("a")["exit"])
        self.assertIn("returned value of type", self.log("a"))

    def test_gives_decorators_to_a_module_written_for_an_image(self) -> None:
        module = self.folder / "train.py"
        module.write_text(
            "from kfp import dsl\n@dsl.component(target_image='x/y')\n"
            "def f(n: int) -> int:\n    return n + 1\n"
        )
        self.task("a", "", {"n": 4}, module=str(module))

        ended = self.ended("a")

        self.assertEqual(0, ended["exit"], self.log("a"))
        self.assertEqual(5, self.output("a"))


@needs_kfp
@needs_linux
class ForkedKfpTest(RealCases, SupervisedTest):
    python = KFP_PYTHON or sys.executable
    worker_env = ENV


@needs_kfp
class SpareKfpTest(RealCases, SupervisedTest):
    arguments = ["--spare"]
    python = KFP_PYTHON or sys.executable
    worker_env = ENV


def _timeless(log: str) -> "list[str]":
    return [line.partition("INFO]: ")[2] or line for line in log.splitlines()]


if __name__ == "__main__":
    unittest.main()
