"""Starting any process."""

import os
import stat
import sys
import unittest

from supervised import ENV, SupervisedTest, needs_linux


class StartTest(SupervisedTest):
    def test_reports_start_and_exit_code(self) -> None:
        self.start("a", ["sh", "-c", "exit 7"])

        started = self.started("a")
        ended = self.ended("a")

        self.assertGreater(started["pid"], 1)
        self.assertTrue(started["start_time"])
        self.assertTrue(started["boot_id"])
        self.assertEqual((7, None, "exited"), (ended["exit"], ended["signal"], ended["reason"]))
        self.assertGreater(ended["wall"], 0)
        self.assertGreater(ended["peak_rss"], 0)

    def test_reports_the_signal_that_ended_a_process(self) -> None:
        self.start("a", ["sh", "-c", "kill -SEGV $$"])

        ended = self.ended("a")

        self.assertEqual((None, 11, "exited"), (ended["exit"], ended["signal"], ended["reason"]))

    def test_keeps_the_order_of_both_outputs_in_one_private_file(self) -> None:
        self.start("a", ["sh", "-c", "for i in 1 2 3; do echo out$i; echo err$i >&2; done"])

        self.ended("a")

        self.assertEqual("out1 err1 out2 err2 out3 err3".split(), self.log("a").split())
        mode = stat.S_IMODE(os.stat(self.folder / "a.log").st_mode)
        self.assertEqual(0o600, mode)

    def test_appends_to_two_files_when_asked_for_two(self) -> None:
        (self.folder / "out").write_text("before ")
        files = {"stdout": str(self.folder / "out"), "stderr": str(self.folder / "err")}
        self.start("a", ["sh", "-c", "printf x; printf y >&2"], **files)

        self.ended("a")

        self.assertEqual("before x", (self.folder / "out").read_text())
        self.assertEqual("y", (self.folder / "err").read_text())

    def test_gives_exactly_the_environment_folder_and_token_that_were_asked_for(self) -> None:
        self.start("a", ["sh", "-c", "env | sort; pwd"], env={**ENV, "X": "a b\u00e9"})

        self.ended("a")

        lines = self.log("a").splitlines()
        self.assertIn("X=a b\u00e9", lines)
        self.assertIn(f"BINNACLE_ATTEMPT={self.token('a')}", lines)
        self.assertIn(os.path.realpath(self.folder), map(os.path.realpath, lines))
        self.assertEqual([], [line for line in lines if line.startswith("HOME=")])

    @needs_linux
    def test_hands_down_no_descriptors_no_input_and_no_changed_signals(self) -> None:
        code = (
            "import os, signal, sys\n"
            "print(sorted(os.listdir('/proc/self/fd'))[:-1], repr(sys.stdin.read()))\n"
            "print([line for line in open('/proc/self/status') if line.startswith('SigBlk')])"
        )
        self.start_python("a", code)

        self.ended("a")

        self.assertIn("['0', '1', '2'] ''", self.log("a"))
        self.assertIn("SigBlk:\\t0000000000000000", self.log("a"))

    def test_refuses_what_cannot_start_and_says_why(self) -> None:
        self.start("a", ["no-such-command"])
        self.start("b", ["true"], cwd=str(self.folder / "missing"))
        self.start("c", ["true"], stdout=str(self.folder / "missing" / "log"))
        self.start("d", [])
        self.start("e", ["true"], env={"X": 1})

        refusals = [self.supervisor.expect("refused", id)["error"] for id in "abcde"]

        self.assertIn("`no-such-command`: No such file or directory [errno 2]", refusals[0])
        self.assertIn("working folder: No such file or directory", refusals[1])
        self.assertIn("log: No such file or directory", refusals[2])
        self.assertIn("argv is empty", refusals[3])
        self.assertIn("Cannot start `true`", refusals[4])

    def test_refuses_a_second_attempt_of_the_same_name(self) -> None:
        self.start("a", ["sleep", "100"])
        self.started("a")

        self.start("a", ["true"])

        self.assertIn("already", self.supervisor.expect("refused", "a")["error"])
        self.supervisor.send("cancel", id="a", grace=0)
        self.assertEqual("cancelled", self.ended("a")["reason"])

    def test_survives_commands_that_make_no_sense(self) -> None:
        for line in (b"{\n", b"[]\n", b'"x"\n', b'{"cmd":"dance"}\n', b'{"cmd":"start"}\n', b"\n"):
            self.supervisor.process.stdin.write(line)  # type: ignore[union-attr]

        self.supervisor.send("ping")

        self.supervisor.expect("pong")

    def test_takes_a_thousand_commands_at_once(self) -> None:
        for number in range(1000):
            self.supervisor.send("cancel", id=str(number))
        for number in range(100):
            self.start(str(number), ["true"])

        codes = [self.ended(str(number))["exit"] for number in range(100)]

        self.assertEqual([0] * 100, codes)

    def test_passes_large_arguments_unchanged(self) -> None:
        text = "x" * 100_000 + "\n'\"$HOME;\u00e9"
        self.start("a", [sys.executable, "-c", "import sys; print(ascii(sys.argv[1]))", text])

        self.ended("a")

        self.assertEqual(ascii(text), self.log("a").strip())


if __name__ == "__main__":
    unittest.main()
