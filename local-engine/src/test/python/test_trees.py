"""Ending whole trees of processes, hostile ones too."""

import os
import signal
import sys
import time
import unittest

from supervised import ENV, SupervisedTest, Supervisor, eventually, is_alive, needs_linux

IGNORES_TERM = "import signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
SLEEP = "print('up', flush=True)\ntime.sleep(1000)"

DOUBLE_FORK = """
import os, sys, time
def away(depth):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            open('pid%d' % depth, 'w').write(str(os.getpid()))
            if depth:
                away(depth - 1)
            os.execve(sys.executable, [sys.executable, '-c', 'import time; time.sleep(1000)'], {})
        os._exit(0)
away(1)
while not (os.path.exists('pid0') and open('pid0').read()): time.sleep(0.01)
print('up', flush=True)
"""

STORM = """
import os, signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
for n in range(50):
    if os.fork() == 0:
        os.setsid()
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        while True:
            if os.fork() == 0:
                os.setsid()
                time.sleep(0.2)
                os._exit(0)
            time.sleep(0.02)
print('up', flush=True)
time.sleep(1000)
"""

STOPPED = """
import os, signal, time
if os.fork() == 0:
    os.setsid()
    os.kill(os.getpid(), signal.SIGSTOP)
    time.sleep(1000)
print('up', flush=True)
time.sleep(1000)
"""


FORKS = """
def f():
    import os, time
    os.fork()
    print('up', flush=True)
    time.sleep(1000)
"""


@needs_linux
class TreesTest(SupervisedTest):
    def test_ends_a_polite_process_by_asking(self) -> None:
        self.start_python("a", "import time\n" + SLEEP)
        self.wait_for_log("a", "up")

        self.supervisor.send("cancel", id="a", grace=30.0)

        ended = self.ended("a")
        self.assertEqual((None, 15, "cancelled"), _how(ended))
        self.assertLess(ended["wall"], 20)

    def test_lets_a_process_use_its_grace_to_tidy_up(self) -> None:
        code = (
            "import signal, sys, time\n"
            "signal.signal(signal.SIGTERM, lambda *a: (print('tidied'), sys.exit(4)))\n"
        )
        self.start_python("a", code + SLEEP)
        self.wait_for_log("a", "up")

        self.supervisor.send("cancel", id="a", grace=30.0)

        self.assertEqual((4, None, "cancelled"), _how(self.ended("a")))
        self.assertIn("tidied", self.log("a"))

    def test_kills_what_ignores_the_request_after_its_grace(self) -> None:
        self.start_python("a", IGNORES_TERM + SLEEP)
        self.wait_for_log("a", "up")

        self.supervisor.send("cancel", id="a", grace=0.1)

        self.assertEqual((None, 9, "cancelled"), _how(self.ended("a")))

    def test_shortens_the_grace_when_asked_again(self) -> None:
        self.start_python("a", IGNORES_TERM + SLEEP)
        self.wait_for_log("a", "up")

        self.supervisor.send("cancel", id="a", grace=1000.0)
        self.supervisor.send("cancel", id="a", grace=0.0)

        self.assertEqual((None, 9, "cancelled"), _how(self.ended("a")))

    def test_cancels_at_once_what_has_only_just_been_started(self) -> None:
        for number in range(30):
            self.start(str(number), ["sleep", "1000"])
            self.supervisor.send("cancel", id=str(number), grace=5.0)

        reasons = {self.ended(str(number))["reason"] for number in range(30)}

        self.assertEqual({"cancelled"}, reasons)
        self.supervisor.send("ping")
        self.supervisor.expect("pong")

    def test_ends_by_time_limit(self) -> None:
        self.start_python("a", IGNORES_TERM + SLEEP, timeout=0.3, grace=0.1)

        self.assertEqual((None, 9, "timeout"), _how(self.ended("a")))

    def test_kills_double_forked_sessions_without_environment_left_by_an_ended_process(
        self,
    ) -> None:
        self.start_python("a", DOUBLE_FORK)

        ended = self.ended("a")

        self.assertEqual((0, None, "exited"), _how(ended))
        self.assertEqual([False, False], [is_alive(pid) for pid in self._away()])

    def test_kills_double_forked_sessions_left_by_an_ended_python_task(self) -> None:
        body = "".join(f"    {line}\n" for line in DOUBLE_FORK.strip().splitlines())
        self.task("a", "def f():\n" + body, cwd=str(self.folder))

        ended = self.ended("a")

        self.assertEqual((0, None, "exited"), _how(ended))
        self.assertEqual([False, False], [is_alive(pid) for pid in self._away()])

    def test_kills_double_forked_sessions_of_a_running_process(self) -> None:
        self.start_python("a", DOUBLE_FORK + "time.sleep(1000)")
        self.wait_for_log("a", "up")

        self.supervisor.send("cancel", id="a", grace=5.0)

        self.ended("a")
        self.assertEqual([False, False], [is_alive(pid) for pid in self._away()])

    def test_does_not_touch_the_orphans_of_a_running_process(self) -> None:
        self.start_python("a", DOUBLE_FORK + "time.sleep(1000)")
        self.wait_for_log("a", "up")

        self.start("b", ["true"])

        self.ended("b")
        self.assertEqual([True, True], [is_alive(pid) for pid in self._away()])

    def test_survives_a_storm_of_forks(self) -> None:
        self.start_python("a", STORM)
        self.wait_for_log("a", "up")

        self.supervisor.send("cancel", id="a", grace=0.2)
        ended = self.ended("a")

        self.assertEqual((None, 9, "cancelled"), _how(ended))
        self.assertEqual([], self.left_of("a"))

    def test_ends_stopped_processes(self) -> None:
        self.start_python("a", STOPPED)
        self.wait_for_log("a", "up")

        self.supervisor.send("cancel", id="a", grace=5.0)
        self.ended("a")

        self.assertEqual([], self.left_of("a"))

    def test_waits_a_moment_for_helpers_that_tidy_up(self) -> None:
        code = (
            "import os, time\n"
            "if os.fork() == 0:\n"
            "    while os.getppid() == parent: time.sleep(0.001)\n"
            "    open('tidy', 'w').write('done')\n"
        )
        self.start_python("a", "import os\nparent = os.getpid()\n" + code)

        self.ended("a")

        self.assertEqual("done", (self.folder / "tidy").read_text())

    def test_sweeps_what_an_earlier_supervisor_left(self) -> None:
        token = {**ENV, "BINNACLE_ATTEMPT": self.token("old")}
        pid = os.posix_spawn("/bin/sh", ["sh", "-c", "sleep 1000; true"], token)
        self.addCleanup(os.waitpid, pid, 0)
        eventually(lambda: self.left_of("old"))

        self.supervisor.send("sweep", tokens=[self.token("old"), "another"])

        self.assertIn(pid, self.supervisor.expect("swept")["killed"])
        eventually(lambda: not self.left_of("old"))

    def _away(self) -> "list[int]":
        return [int((self.folder / f"pid{depth}").read_text()) for depth in (0, 1)]


@needs_linux
class LifelineTest(SupervisedTest):
    def setUp(self) -> None:
        super().setUp()
        self.start_python("a", DOUBLE_FORK + "time.sleep(1000)")
        self.start_python("b", IGNORES_TERM + SLEEP)
        self.task("c", FORKS)
        for id in "abc":
            self.wait_for_log(id, "up")
        self.pids = [int((self.folder / f"pid{n}").read_text()) for n in (0, 1)]
        self.pids += [pid for id in "abc" for pid in self.left_of(id)]
        self.assertGreaterEqual(len(self.pids), 6)

    def test_kills_everything_when_the_host_is_gone(self) -> None:
        began = time.monotonic()

        self.supervisor.process.stdin.close()  # type: ignore[union-attr]
        self.supervisor.wait_for_end_of_events()

        self._assert_nothing_left()
        self.assertLess(time.monotonic() - began, 50)
        self.assertEqual(0, self.supervisor.process.wait())

    def test_kills_everything_when_told_to_shut_down(self) -> None:
        self.supervisor.send("shutdown")

        reasons = {self.ended(id)["reason"] for id in "abc"}
        self.supervisor.wait_for_end_of_events()

        self.assertEqual({"cancelled"}, reasons)
        self.assertEqual(0, self.supervisor.process.wait())
        self._assert_nothing_left()

    def test_kills_everything_when_the_supervisor_is_killed(self) -> None:
        os.kill(self.supervisor.ready["pid"], signal.SIGKILL)

        self.supervisor.wait_for_end_of_events()

        self._assert_nothing_left()
        self.assertEqual(128 + 9, self.supervisor.process.wait())

    def test_kills_everything_when_the_guardian_is_killed(self) -> None:
        self.supervisor.process.kill()

        self.supervisor.wait_for_end_of_events()

        self._assert_nothing_left()

    def test_kills_everything_when_asked_by_a_signal(self) -> None:
        self.supervisor.process.terminate()

        self.supervisor.wait_for_end_of_events()

        self._assert_nothing_left()

    def test_leaves_no_root_when_both_are_killed_and_the_next_sweeps_the_rest(self) -> None:
        roots = [self.started(id)["pid"] for id in "abc"]

        self.supervisor.process.kill()
        os.kill(self.supervisor.ready["pid"], signal.SIGKILL)
        eventually(lambda: not any(map(is_alive, roots)))
        following = Supervisor()
        self.addCleanup(following.close)
        following.send("sweep", tokens=[self.token(id) for id in "abc"])
        following.expect("swept")

        eventually(lambda: not any(self.left_of(id) for id in "abc"))
        for pid in filter(is_alive, self.pids[:2]):
            os.kill(pid, signal.SIGKILL)

    def _assert_nothing_left(self) -> None:
        self.assertEqual([], [pid for pid in self.pids if is_alive(pid)])
        self.assertEqual([], [pid for id in "abc" for pid in self.left_of(id)])


def _how(ended: "dict[str, object]") -> "tuple[object, object, object]":
    return ended["exit"], ended["signal"], ended["reason"]


if __name__ == "__main__":
    unittest.main()
