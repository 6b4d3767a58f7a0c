"""The process table: who is meant by a number, and who belongs to a tree."""

import os
import random
import signal
import subprocess
import sys
import unittest
from unittest import mock

from supervised import ENV, eventually, is_alive, needs_linux

from processes import (
    Process,
    ProcessTable,
    PsTable,
    _parse_ps,
    _parse_stat,
    boot_id,
    descendants,
    process_table,
    stop_and_kill,
)


class IdentityTest(unittest.TestCase):
    def test_never_signals_a_number_that_is_used_again(self) -> None:
        seed = random.randrange(1 << 30)
        chance = random.Random(seed)
        victims = [self._sleeper() for _ in range(5)]

        for _ in range(50):
            real = chance.choice(victims)
            stale = real._replace(start=str(int(real.start) + chance.choice([-7, -1, 1, 50])))
            table = chance.choice([ProcessTable(), _OldPython()])
            self.assertFalse(table.send(stale, signal.SIGKILL), f"seed {seed}")
            self.assertEqual(0, stop_and_kill(table, [stale]), f"seed {seed}")

        self.assertTrue(all(is_alive(victim.pid) for victim in victims), f"seed {seed}")

    def test_signals_the_process_that_is_meant(self) -> None:
        for table in (process_table(), _OldPython()):
            process = self._sleeper()

            self.assertTrue(table.send(process, signal.SIGKILL))

            eventually(lambda: not is_alive(process.pid))

    def test_says_when_there_is_no_such_process(self) -> None:
        gone = subprocess.Popen([sys.executable, "-c", ""])
        gone.wait()

        self.assertFalse(process_table().send(Process(gone.pid, 1, "1", "S", 0), signal.SIGTERM))

    def _sleeper(self) -> Process:
        child = subprocess.Popen(["sleep", "1000"], env=ENV)
        self.addCleanup(child.wait)
        self.addCleanup(child.kill)
        process = process_table().find(child.pid)
        assert process is not None
        return process


class _OldPython(ProcessTable):
    """A table where the system has no process descriptors."""

    def send(self, process: Process, number: int) -> bool:
        return self._send_by_number(process, number)


class TreeTest(unittest.TestCase):
    def test_finds_everything_below_the_roots_parents_first(self) -> None:
        links = {2: 1, 3: 2, 4: 3, 5: 1, 6: 5, 7: 0}
        table = {pid: Process(pid, parent, "0", "S", 0) for pid, parent in links.items()}

        found = [process.pid for process in descendants(table, [2, 6, 99, 2])]

        self.assertEqual([2, 6, 3, 4], found)

    def test_ends_when_the_table_shows_a_circle(self) -> None:
        table = {1: Process(1, 2, "0", "S", 0), 2: Process(2, 1, "0", "S", 0)}

        self.assertEqual({1, 2}, {process.pid for process in descendants(table, [1])})


class ReadingTest(unittest.TestCase):
    def test_reads_names_with_brackets_and_spaces(self) -> None:
        fields = " ".join(str(number) for number in range(5, 24))
        found = _parse_stat(f"77 (a) b (c)) Z 4 {fields} 3 9".encode())

        self.assertEqual((77, 4, "Z", True), (found.pid, found.parent, found.state, found.is_dead))

    def test_reads_what_ps_prints(self) -> None:
        found = _parse_ps("  77     4 Ss     2048 Mon Jan  5 10:00:01 2026")

        self.assertEqual(Process(77, 4, "Mon Jan 5 10:00:01 2026", "S", 2 << 20), found)

    def test_sees_a_child_the_same_through_proc_and_ps(self) -> None:
        child = self._child()

        for table in (process_table(), PsTable()):
            found = table.find(child)
            if found is not None:
                self.assertEqual((child, os.getpid()), (found.pid, found.parent))
                self.assertIn(child, table.children(os.getpid()))
                self.assertIn(child, table.all())

    @needs_linux
    def test_finds_children_where_the_kernel_does_not_list_them(self) -> None:
        child = self._child()
        real = open

        def without_children(path: str, *rest: str) -> object:
            if path.endswith("/children"):
                raise FileNotFoundError(path)
            return real(path, *rest)

        with mock.patch("processes.open", without_children, create=True):
            self.assertIn(child, ProcessTable().children(os.getpid()))

    def _child(self) -> int:
        child = subprocess.Popen(["sleep", "1000"], env=ENV)
        self.addCleanup(child.wait)
        self.addCleanup(child.kill)
        return child.pid

    def test_knows_this_start_of_the_computer(self) -> None:
        self.assertEqual(boot_id(), boot_id())
        self.assertTrue(boot_id())


if __name__ == "__main__":
    unittest.main()
