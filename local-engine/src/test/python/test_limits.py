"""Memory limits: by watching, and by control groups."""

import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from typing import Dict, List
from unittest import mock

from supervised import SupervisedTest, needs_linux

import limits
from attempt import Attempt
from limits import ControlGroups, MemoryWatch
from processes import Process, ProcessTable

MB = 1 << 20
GREEDY = """
import time
kept = []
for _ in range(40):
    kept.append(bytearray(b'x' * 10_000_000))
    time.sleep(0.01)
print('up', flush=True)
time.sleep(1000)
"""


@needs_linux
class WatchedMemoryTest(SupervisedTest):
    def test_kills_a_tree_that_exceeds_its_limit(self) -> None:
        code = f"import subprocess, sys\nsubprocess.run([sys.executable, '-c', {GREEDY!r}])"

        self.start_python("a", code, memory_limit=150 * MB)

        ended = self.ended("a")
        self.assertEqual((9, "memory"), (ended["signal"], ended["reason"]))
        self.assertGreater(ended["peak_rss"], 150 * MB)
        self.assertEqual([], self.left_of("a"))

    def test_kills_a_python_task_that_exceeds_its_limit(self) -> None:
        body = "".join(f"    {line}\n" for line in GREEDY.strip().splitlines())

        self.task("a", "def f():\n" + body, memory_limit=150 * MB)

        self.assertEqual("memory", self.ended("a")["reason"])

    def test_counts_shared_pages_once(self) -> None:
        code = (
            "import os, time\n"
            "shared = bytearray(b'x' * 100_000_000)\n"
            "children = [pid for pid in (os.fork() for _ in range(3)) if pid]\n"
            "if len(children) == 3:\n    time.sleep(1.0)\n    print('fine')\nelse:\n    time.sleep(1.5)\n"
        )

        self.start_python("a", code, memory_limit=250 * MB)

        ended = self.ended("a")
        self.assertEqual((0, "exited"), (ended["exit"], ended["reason"]))
        self.assertLess(ended["peak_rss"], 250 * MB)

    def test_leaves_one_alone_that_stays_within_its_limit(self) -> None:
        self.start_python("a", "x = bytearray(b'x' * 50_000_000)", memory_limit=400 * MB)

        self.assertEqual((0, "exited"), (self.ended("a")["exit"], "exited"))


class FixedTable(ProcessTable):
    """Knows only the processes it was given."""

    def __init__(self, processes: List[Process]) -> None:
        self._known = {process.pid: process for process in processes}

    def all(self) -> Dict[int, Process]:
        return self._known

    def proportional(self, pid: int) -> None:
        return None


class MemoryWatchTest(unittest.TestCase):
    def test_adds_up_the_tree_and_nothing_else(self) -> None:
        root = Process(10, 1, "5", "S", 100)
        table = FixedTable([root, Process(11, 10, "6", "S", 20), Process(12, 1, "7", "S", 999)])
        attempt = Attempt("a", None, 10.0, 119, root=root)
        exceeding: List[Attempt] = []

        MemoryWatch(table, exceeding.append).look([attempt])

        self.assertEqual([attempt], exceeding)
        self.assertEqual(120, attempt.peak)


class ControlGroupsTest(unittest.TestCase):
    """With plain folders in the place of a control group file system."""

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.parent = Path(folder.name)

    def test_finds_none_where_memory_is_not_delegated(self) -> None:
        (self.parent / "cgroup.subtree_control").write_text("cpu pids")

        with mock.patch.object(limits, "_own_group", return_value=str(self.parent)):
            self.assertIsNone(ControlGroups.find().base)

    def test_limits_an_attempt_and_sees_why_it_ended(self) -> None:
        (self.parent / "cgroup.subtree_control").write_text("cpu memory")
        (self.parent / "cgroup.procs").write_text("")
        with mock.patch.object(limits, "_own_group", return_value=str(self.parent)):
            groups = ControlGroups.find()
        attempt = Attempt("a", None, 10.0, 5000)

        groups.limit(attempt)
        folder = Path(attempt.cgroup or "")
        written = (folder / "memory.max").read_text(), (folder / "memory.oom.group").read_text()
        (folder / "memory.peak").write_text("4999\n")
        (folder / "memory.events").write_text("max 3\noom 1\noom_kill 1\n")
        groups.finish(attempt)

        self.assertEqual(("5000", "1"), written)
        self.assertEqual(str(self.parent), os.path.dirname(groups.base or ""))
        self.assertEqual((4999, "memory", None), (attempt.peak, attempt.reason, attempt.cgroup))
        self.assertEqual("1", (folder / "cgroup.kill").read_text())

    def test_makes_none_for_an_attempt_without_a_limit(self) -> None:
        attempt = Attempt("a", None, 10.0, None)

        ControlGroups(str(self.parent)).limit(attempt)

        self.assertIsNone(attempt.cgroup)


if __name__ == "__main__":
    unittest.main()
