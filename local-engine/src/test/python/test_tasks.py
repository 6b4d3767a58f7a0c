"""Running Python components: in forks of a warm worker, in spares, in fresh interpreters."""

import os
import time
import unittest

from supervised import ENV, STAND_IN, SupervisedTest, eventually, is_alive, needs_linux

FACTS = """
def f():
    import __main__, os, sys
    return {"name": __main__.__name__, "spec": __main__.__spec__.name, "package": __main__.__package__,
            "file": os.path.basename(__main__.__file__), "argv0": os.path.basename(sys.argv[0]),
            "flags": sys.argv[1::2], "path": sys.path[:4], "cwd": os.getcwd(), "session": os.getsid(0),
            "pid": os.getpid(), "env": dict(os.environ), "input": sys.stdin.read(),
            "again": "kfp.dsl.executor_main" in sys.modules}
"""


class TaskCases:
    """What must hold however a task is run."""

    def test_returns_the_result_and_reports_success(self) -> None:
        self.task("a", "def f(x: int) -> int:\n    return x + 1\n", {"x": 41})

        ended = self.ended("a")

        self.assertEqual((0, None, "exited"), (ended["exit"], ended["signal"], ended["reason"]))
        self.assertEqual(42, self.output("a"))
        self.assertGreater(ended["cpu"], 0)

    def test_looks_like_the_real_command(self) -> None:
        self.task("a", FACTS, env={"GREETING": "hello"})
        started = self.started("a")
        self.ended("a")

        facts = self.output("a")

        here = os.path.realpath(self.folder / "a")
        expected = {
            "name": "__main__",
            "spec": "kfp.dsl.executor_main",
            "package": "kfp.dsl",
            "file": "executor_main.py",
            "argv0": "executor_main.py",
            "input": "",
            "flags": ["--component_module_path", "--executor_input", "--function_to_execute"],
            "again": False,
            "session": started["pid"],
            "pid": started["pid"],
        }
        self.assertEqual(expected, {name: facts[name] for name in expected})
        self.assertEqual(here, os.path.realpath(facts["cwd"]))
        self.assertEqual([here, here], [os.path.realpath(entry) for entry in facts["path"][:2]])
        self.assertEqual("hello", facts["env"]["GREETING"])
        self.assertEqual(self.token("a"), facts["env"]["BINNACLE_ATTEMPT"])
        self.assertEqual("true", facts["env"]["_KFP_RUNTIME"])
        self.assertNotIn("HOME", facts["env"])

    def test_honours_exit_codes_as_an_interpreter_does(self) -> None:
        ends = {"3": 3, "None": 0, "True": 1, "-1": 255, "256": 0, "'no more'": 1}
        for number, value in enumerate(ends):
            self.task(str(number), f"import sys\ndef f():\n    sys.exit({value})\n")

        codes = [self.ended(str(number))["exit"] for number in range(len(ends))]

        self.assertEqual(list(ends.values()), codes)
        self.assertIn("no more", self.log("5"))

    def test_shows_an_uncaught_exception_without_our_own_frames(self) -> None:
        self.task("a", "def f():\n    raise ValueError('what went wrong')\n")

        ended = self.ended("a")

        self.assertEqual(1, ended["exit"])
        self.assertIn("ValueError: what went wrong", self.log("a"))
        self.assertIn('ephemeral_component.py", line 2, in f', self.log("a"))
        self.assertNotIn("binnacle_task", self.log("a"))

    def test_reports_a_crash_and_an_abrupt_exit(self) -> None:
        self.task("a", "import os, signal\ndef f():\n    os.kill(os.getpid(), signal.SIGABRT)\n")
        self.task("b", "import os\ndef f():\n    os._exit(9)\n")
        self.task("c", "def f():\n    raise KeyboardInterrupt\n")
        self.task("d", "def f(:\n")

        ends = [(end["exit"], end["signal"]) for end in map(self.ended, "abcd")]

        self.assertEqual([(None, 6), (9, None), (None, 2), (1, None)], ends)
        self.assertIn("SyntaxError", self.log("d"))

    def test_keeps_the_order_of_outputs_and_writes_lines_while_they_come(self) -> None:
        source = (
            "import os, sys, time\ndef f():\n    for n in range(3):\n        print('out', n)\n"
            "        print('err', n, file=sys.stderr)\n        os.system(f'echo sh {n}')\n"
            "    while not os.path.exists('go'): time.sleep(0.001)\n"
        )
        self.task("a", source)
        self.wait_for_log("a", "sh 2")
        (self.folder / "a" / "go").touch()

        self.ended("a")

        expected = [f"{who} {n}" for n in range(3) for who in ("out", "err", "sh")]
        self.assertEqual(expected, self.log("a").splitlines())

    def test_waits_for_threads_and_calls_exit_handlers_in_order(self) -> None:
        source = (
            "import atexit, threading, time\nfrom concurrent.futures import ThreadPoolExecutor\n"
            "def f():\n"
            "    atexit.register(print, 'handler')\n"
            "    future = ThreadPoolExecutor(1).submit(lambda: (time.sleep(0.05), print('future')))\n"
            "    threading.Thread(target=lambda: (future.result(), print('thread'))).start()\n"
            "    threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()\n"
        )
        self.task("a", source)

        self.assertEqual(0, self.ended("a")["exit"])
        self.assertEqual(["future", "thread", "handler"], self.log("a").split())

    def test_writes_out_files_left_open(self) -> None:
        source = "kept = open('kept.txt', 'w')\ndef f():\n    kept.write('all of it')\n"
        self.task("a", source)

        self.ended("a")

        self.assertEqual("all of it", (self.folder / "a" / "kept.txt").read_text())

    def test_supports_pools_of_processes_of_every_kind(self) -> None:
        source = (
            "import multiprocessing as mp\nfrom concurrent.futures import ProcessPoolExecutor\n"
            "def square(x):\n    return x * x\n"
            "def f():\n    found = []\n"
            "    for kind in mp.get_all_start_methods():\n"
            "        context = mp.get_context(kind)\n"
            "        with context.Pool(2) as pool:\n"
            "            found.append(sum(pool.map(square, range(4))))\n"
            "        with ProcessPoolExecutor(2, mp_context=context) as pool:\n"
            "            found.append(sum(pool.map(square, range(4))))\n"
            "    return sorted(set(found))\n"
        )
        self.task("a", source)

        ended = self.ended("a")

        self.assertEqual(0, ended["exit"], self.log("a"))
        self.assertEqual([14], self.output("a"))
        self.assertEqual([], self.left_of("a"))

    def test_passes_parameters_of_megabytes(self) -> None:
        text = "\u00e9\n'\"" * 500_000
        self.task("a", "def f(text: str) -> int:\n    return len(text)\n", {"text": text})

        self.ended("a")

        self.assertEqual(len(text), self.output("a"))

    def test_draws_different_random_numbers_in_every_task(self) -> None:
        for id in "abc":
            self.task(
                id,
                "import random, uuid\ndef f():\n    return [random.random(), uuid.uuid4().hex]\n",
            )
            self.ended(id)

        self.assertEqual(6, len({value for id in "abc" for value in self.output(id)}))

    def test_finds_the_users_modules_first_even_those_named_like_ours(self) -> None:
        for folder, names in {
            "archive": ["channel"],
            "project": ["channel", "launch", "mine"],
        }.items():
            (self.folder / folder).mkdir()
            for name in names:
                (self.folder / folder / f"{name}.py").write_text(f"where = '{folder}'\n")
        source = (
            "import channel, launch, mine\n"
            "def f():\n    return [channel.where, launch.where, mine.where]\n"
        )
        folders = {
            "archive_dir": str(self.folder / "archive"),
            "path_prefix": [str(self.folder / "project")],
        }
        self.task("a", source, **folders)

        self.assertEqual(0, self.ended("a")["exit"], self.log("a"))
        self.assertEqual(["archive", "project", "project"], self.output("a"))

    def test_reads_variables_that_matter_at_start_in_a_fresh_interpreter(self) -> None:
        (self.folder / "mine").mkdir()
        (self.folder / "mine" / "extra.py").write_text("VALUE = 5\n")
        path = os.pathsep.join([STAND_IN["PYTHONPATH"], str(self.folder / "mine")])
        source = (
            "import extra, sys\ndef f():\n    return [extra.VALUE, sys.flags.dont_write_bytecode]\n"
        )
        self.task("a", source, env={"PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"})

        self.assertEqual(0, self.ended("a")["exit"], self.log("a"))
        self.assertEqual([5, 1], self.output("a"))

    def test_ends_by_time_limit_and_by_request_with_everything_below(self) -> None:
        source = "import subprocess\ndef f():\n    subprocess.Popen(['sleep', '1000'])\n    print('up')\n    subprocess.run(['sleep', '1000'])\n"
        self.task("a", source, timeout=0.5, grace=5.0)
        self.task("b", source)
        self.wait_for_log("b", "up")
        self.supervisor.send("cancel", id="b", grace=5.0)

        reasons = [self.ended(id)["reason"] for id in "ab"]

        self.assertEqual(["timeout", "cancelled"], reasons)
        self.assertEqual([], self.left_of("a") + self.left_of("b"))

    def test_refuses_every_task_of_an_environment_without_kfp(self) -> None:
        (self.folder / "kfp").mkdir()
        (self.folder / "kfp" / "__init__.py").write_text("raise ImportError('kfp is not here')\n")
        bare = {**ENV, "PYTHONPATH": str(self.folder)}
        for id in "ab":
            self.task(id, "def f(): pass\n", worker="bare", base_env=bare)

        errors = [self.supervisor.expect("refused", id)["error"] for id in "ab"]

        self.assertIn("ImportError: kfp is not here", errors[0])
        self.assertIn("ImportError: kfp is not here", errors[1])

    def test_refuses_a_task_whose_interpreter_is_missing(self) -> None:
        self.task("a", "def f(): pass\n", worker="none", python="/no/such/python")

        error = self.supervisor.expect("refused", "a")["error"]

        self.assertIn("Cannot start `/no/such/python`: No such file or directory", error)
        self.assertEqual("failed", self.supervisor.expect("worker")["state"])

    def test_takes_back_a_task_that_waits_for_its_worker(self) -> None:
        self.task("a", "def f(): pass\n", worker="slow", python=self._slow_python())

        self.supervisor.send("cancel", id="a")

        ended = self.ended("a")
        self.assertEqual(
            (None, None, "cancelled"), (ended["exit"], ended["signal"], ended["reason"])
        )

    def _slow_python(self) -> str:
        script = self.folder / "slow"
        script.write_text("#!/bin/sh\nexec sleep 1000\n")
        script.chmod(0o755)
        return str(script)


@needs_linux
class ForkedTaskTest(TaskCases, SupervisedTest):
    def test_starts_a_worker_ahead_and_forks_it_for_every_task(self) -> None:
        self.supervisor.send("warm", worker="test", python=self.python, base_env=self.worker_env)
        worker = self.supervisor.expect("worker")
        for id in "ab":
            self.task(id, "import os\ndef f():\n    return os.getppid()\n")
            self.ended(id)

        self.assertEqual(("test", "ready"), (worker["worker"], worker["state"]))
        self.assertEqual([worker["pid"]] * 2, [self.output("a"), self.output("b")])

    def test_runs_a_chain_of_trivial_tasks_in_milliseconds(self) -> None:
        self.task("warm", "def f(): pass\n")
        self.ended("warm")
        began = time.monotonic()

        for number in range(20):
            self.task(str(number), "def f(): pass\n")
            self.ended(str(number))

        self.assertLess(time.monotonic() - began, 3.0, "ten times what is expected")

    def test_runs_tasks_side_by_side(self) -> None:
        for number in range(8):
            self.task(str(number), MEETING, {"place": str(self.folder), "guests": 8})

        codes = [self.ended(str(number))["exit"] for number in range(8)]

        self.assertEqual([0] * 8, codes)

    def test_hands_down_no_descriptors(self) -> None:
        self.task("a", "import os\ndef f():\n    return os.listdir('/proc/self/fd')\n")

        self.ended("a")

        self.assertEqual(["0", "1", "2", "3"], sorted(self.output("a")))

    def test_loses_a_task_with_its_worker_but_not_the_next_one(self) -> None:
        self.task("a", "import os, time\ndef f():\n    print(os.getppid())\n    time.sleep(1000)\n")
        self.wait_for_log("a", "\n")

        os.kill(int(self.log("a")), 9)
        ended = self.ended("a")
        self.task("b", "def f(): return 1\n")

        self.assertEqual((None, 9, "lost"), (ended["exit"], ended["signal"], ended["reason"]))
        self.assertEqual(0, self.ended("b")["exit"])

    def test_lets_a_stopped_worker_finish_its_tasks(self) -> None:
        source = "import os, time\ndef f():\n    print(os.getppid())\n    while not os.path.exists('go'): time.sleep(0.001)\n"
        self.task("a", source)
        self.wait_for_log("a", "\n")

        self.supervisor.send("stop_worker", worker="test")
        self.task("b", "import os\ndef f(): return os.getppid()\n")
        self.ended("b")
        (self.folder / "a" / "go").touch()

        self.assertEqual(0, self.ended("a")["exit"])
        self.assertNotEqual(int(self.log("a")), self.output("b"))
        eventually(lambda: not is_alive(int(self.log("a"))))

    def test_refuses_a_task_whose_folder_or_log_is_missing(self) -> None:
        self.task("a", "def f(): pass\n", cwd=str(self.folder / "missing"))
        self.task("b", "def f(): pass\n", stdout=str(self.folder / "missing" / "log"))

        for id in "ab":
            self.assertIn(
                "No such file or directory", self.supervisor.expect("refused", id)["error"]
            )


class SpareTaskTest(TaskCases, SupervisedTest):
    arguments = ["--spare"]

    def test_keeps_one_interpreter_ready(self) -> None:
        self.supervisor.send("warm", worker="test", python=self.python, base_env=self.worker_env)
        spare = self.supervisor.expect("worker")["pid"]

        self.task("a", "import os\ndef f():\n    return os.getpid()\n")

        self.ended("a")
        self.assertEqual(spare, self.output("a"))
        self.assertNotEqual(spare, self.supervisor.expect("worker")["pid"])

    def test_ends_spares_when_told(self) -> None:
        self.supervisor.send("warm", worker="test", python=self.python, base_env=self.worker_env)
        spare = self.supervisor.expect("worker")["pid"]

        self.supervisor.send("stop_worker", worker="test")

        eventually(lambda: not is_alive(spare))


MEETING = """
import os, time
def f(place: str, guests: int):
    open(os.path.join(place, f"guest{os.getpid()}"), "w").close()
    while sum(name.startswith("guest") for name in os.listdir(place)) < guests:
        time.sleep(0.005)
"""


if __name__ == "__main__":
    unittest.main()
