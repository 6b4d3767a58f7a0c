"""The supervisor of Windows, as far as other systems can run it."""

import sys
import unittest
from pathlib import Path

from supervised import ENV, SupervisedTest, eventually, is_alive, needs_linux


@needs_linux
class WindowsTest(SupervisedTest):
    main = Path(__file__).resolve().parent / "windows_stand_in.py"

    def test_tells_how_a_command_ended(self) -> None:
        self.start_python("a", "import sys; print('out', flush=True); sys.exit(3)")

        self.started("a")
        ended = self.ended("a")

        self.assertEqual((3, "exited"), (ended["exit"], ended["reason"]))
        self.assertEqual("out\n", self.log("a"))

    def test_refuses_a_command_that_is_not_there(self) -> None:
        self.start("a", ["no-such-command"])

        self.assertIn("no-such-command", self.supervisor.expect("refused", "a")["error"])

    def test_refuses_a_command_that_makes_no_sense(self) -> None:
        self.supervisor.send("dance", id="a")

        self.assertIn("dance", self.supervisor.expect("refused", "a")["error"])

    def test_ends_what_takes_too_long(self) -> None:
        self.start("a", ["sleep", "1000"], timeout=0.05, grace=0.05)

        self.assertEqual("timeout", self.ended("a")["reason"])

    def test_kills_what_does_not_end_when_asked(self) -> None:
        self.start("a", ["sh", "-c", "trap '' TERM; echo up; while :; do sleep 0.05; done"])
        self.wait_for_log("a", "up")

        self.supervisor.send("cancel", id="a", grace=0.1)

        self.assertEqual("cancelled", self.ended("a")["reason"])

    def test_leaves_nothing_of_a_program_that_has_ended(self) -> None:
        self.start("a", ["sh", "-c", "sleep 1000 & echo $!"])

        self.ended("a")

        child = int(self.log("a"))
        eventually(lambda: not is_alive(child))

    def test_runs_a_component_in_a_spare_interpreter(self) -> None:
        self.task("a", "def f(n: int) -> int:\n    print('n', n)\n    return n\n", {"n": 4})

        ended = self.ended("a")

        self.assertEqual(0, ended["exit"], self.log("a"))
        self.assertEqual(4, self.output("a"))
        self.assertIn("n 4", self.log("a"))

    def test_runs_many_components_at_once(self) -> None:
        for number in range(5):
            self.task(f"t{number}", "def f(n: int) -> int:\n    return n\n", {"n": number})

        for number in range(5):
            self.assertEqual(0, self.ended(f"t{number}")["exit"], self.log(f"t{number}"))
            self.assertEqual(number, self.output(f"t{number}"))

    def test_starts_an_interpreter_of_its_own_for_python_variables(self) -> None:
        source = "import os\ndef f() -> str:\n    return os.environ['PYTHONHASHSEED']\n"
        self.task("a", source, env={"PYTHONHASHSEED": "7"})

        self.assertEqual(0, self.ended("a")["exit"], self.log("a"))
        self.assertEqual("7", self.output("a"))

    def test_says_why_an_interpreter_cannot_be_used(self) -> None:
        self.task("a", "def f() -> int:\n    return 1\n", base_env=ENV, python=sys.executable)

        self.assertIn("No module named", self.supervisor.expect("refused", "a")["error"])

    def test_withdraws_a_component_that_has_not_started(self) -> None:
        self.task("a", "def f() -> int:\n    return 1\n")
        self.supervisor.send("cancel", id="a", grace=0)

        self.assertIn(self.ended("a")["reason"], ("cancelled", "exited"))

    def test_ends_everything_with_its_standard_input(self) -> None:
        self.start("a", ["sleep", "1000"])
        pid = self.started("a")["pid"]

        self.supervisor.close()

        eventually(lambda: not is_alive(pid))


if __name__ == "__main__":
    unittest.main()
