"""What the tests share: a supervisor to command, and folders to work in."""

import json
import os
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from pathlib import Path
from typing import Any, Callable, Dict, List, Optional

SOURCES = Path(__file__).resolve().parents[2] / "main" / "python"
sys.path.insert(0, str(SOURCES))
from processes import process_table

ENV = {"PATH": os.environ.get("PATH", os.defpath), "LANG": "C.UTF-8"}
PATIENCE = 60.0


STAND_IN = {**ENV, "PYTHONPATH": str(Path(__file__).resolve().parent / "stand_in")}


def _python_with_kfp() -> Optional[str]:
    for python in filter(None, [os.environ.get("BINNACLE_TEST_KFP_PYTHON"), sys.executable]):
        asked = [python, "-c", "import kfp.dsl.executor_main"]
        env = {**ENV, "_KFP_RUNTIME": "true"}
        if subprocess.run(asked, stderr=subprocess.DEVNULL, env=env).returncode == 0:
            return python
    return None


KFP_PYTHON = _python_with_kfp()
needs_kfp = unittest.skipUnless(KFP_PYTHON, "kfp is not importable; set BINNACLE_TEST_KFP_PYTHON")
needs_linux = unittest.skipUnless(sys.platform.startswith("linux"), "only Linux adopts orphans")


class Supervisor:
    """A running supervisor."""

    def __init__(self, *arguments: str, main: Path = SOURCES / "supervisor.py") -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-I", str(main), *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=ENV,
        )
        self.events: List[Dict[str, Any]] = []
        self._arriving: "queue.Queue[Optional[Dict[str, Any]]]" = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()
        self.ready = self.expect("ready")

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._arriving.put(json.loads(line))
        self._arriving.put(None)

    def send(self, cmd: str, **fields: Any) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps({"cmd": cmd, **fields}).encode() + b"\n")
        self.process.stdin.flush()

    def expect(self, event: str, id: Optional[str] = None) -> Dict[str, Any]:
        """Return the first such event, seen already or still to come."""
        deadline = time.monotonic() + PATIENCE
        while True:
            for seen in self.events:
                if seen["event"] == event and (id is None or seen.get("id") == id):
                    self.events.remove(seen)
                    return seen
            arrived = self._arriving.get(timeout=max(0.0, deadline - time.monotonic()))
            if arrived is None:
                raise AssertionError(f"no {event} of {id} before the end: {self.events}")
            self.events.append(arrived)

    def wait_for_end_of_events(self) -> None:
        while self._arriving.get(timeout=PATIENCE) is not None:
            pass

    def close(self) -> None:
        assert self.process.stdin is not None and self.process.stdout is not None
        try:
            self.process.stdin.close()
        except OSError:
            pass
        try:
            self.process.wait(PATIENCE)
        finally:
            self.process.kill()
            self.process.stdout.close()


class SupervisedTest(unittest.TestCase):
    """A test with a supervisor and an empty folder."""

    arguments: List[str] = []
    main = SOURCES / "supervisor.py"
    python = sys.executable
    worker_env = STAND_IN

    def setUp(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.supervisor = Supervisor(*self.arguments, main=self.main)
        self.addCleanup(self.supervisor.close)

    def start(self, id: str, argv: List[str], **fields: Any) -> None:
        """Start a command whose outputs go to `log(id)`."""
        given = {**self._common(id), "argv": argv, "env": ENV, "cwd": str(self.folder)}
        self.supervisor.send("start", **{**given, **fields})

    def start_python(self, id: str, code: str, **fields: Any) -> None:
        """Start an interpreter for this code."""
        self.start(id, [sys.executable, "-c", code], **fields)

    def task(self, id: str, source: str, parameters: Any = None, **fields: Any) -> None:
        """Run the function `f` of a component's source."""
        place = self.folder / id
        place.mkdir()
        module = place / "ephemeral_component.py"
        module.write_text(source)
        outputs = {
            "parameters": {"Output": {"outputFile": str(place / "Output")}},
            "outputFile": str(place / "executor_output.json"),
        }
        entry = {"inputs": {"parameterValues": parameters or {}}, "outputs": outputs}
        (place / "executor_input.json").write_text(json.dumps(entry))
        given = {
            **self._common(id),
            "worker": "test",
            "python": self.python,
            "module": str(module),
            "function": "f",
            "executor_input": str(place / "executor_input.json"),
            "env": {},
            "base_env": self.worker_env,
            "cwd": str(place),
        }
        self.supervisor.send("python_task", **{**given, **fields})

    def _common(self, id: str) -> Dict[str, Any]:
        log = str(self.folder / f"{id}.log")
        limits = {"timeout": None, "grace": 10.0, "memory_limit": None}
        return {"id": id, "stdout": log, "stderr": log, "token": self.token(id), **limits}

    def token(self, id: str) -> str:
        """Return a token no other test uses."""
        return f"{self.folder.name}-{id}"

    def started(self, id: str) -> Dict[str, Any]:
        return self.supervisor.expect("started", id)

    def ended(self, id: str) -> Dict[str, Any]:
        return self.supervisor.expect("ended", id)

    def log(self, id: str) -> str:
        return (self.folder / f"{id}.log").read_text()

    def output(self, id: str) -> Any:
        written = json.loads((self.folder / id / "executor_output.json").read_text())
        return written["parameterValues"]["Output"]

    def left_of(self, id: str) -> List[int]:
        """Return the processes that still carry the attempt's token."""
        return [process.pid for process in process_table().with_token({self.token(id)})]

    def wait_for_log(self, id: str, text: str) -> None:
        """Wait until the attempt has written this."""
        path = self.folder / f"{id}.log"
        eventually(lambda: path.exists() and text in path.read_text())


def eventually(condition: Callable[[], Any]) -> Any:
    """Wait until a condition on other processes holds, and return its value."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        value = condition()
        if value:
            return value
        time.sleep(0.005)
    raise AssertionError("it did not come about")


def is_alive(pid: int) -> bool:
    """Return whether there is such a process and it has not died."""
    process = process_table().find(pid)
    return process is not None and not process.is_dead
