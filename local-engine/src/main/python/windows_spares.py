"""Interpreters started ahead on Windows, one task each, joined by pipes."""

import os
import subprocess
import threading
from typing import Any, Callable, Dict, List, NamedTuple, Optional, Tuple

from channel import encode

HERE = os.path.dirname(os.path.abspath(__file__))
_TAIL = 4000

Kind = Tuple[str, str, Dict[str, str]]
Post = Callable[[Callable[[], None]], None]


class Spare:
    """An interpreter in a job of its own that imports KFP's runtime and then waits for a task."""

    def __init__(self, kind: Kind, job: Any) -> None:
        self.kind = kind
        self.job = job
        key, python, env = kind
        self.key = key
        self.process: "subprocess.Popen[bytes]" = job.start(
            [python, os.path.join(HERE, "task_main.py"), "--wait", "-"],
            env={**env, "_KFP_RUNTIME": "true"},
            cwd=None,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def give(self, task: Dict[str, Any]) -> None:
        """Hand over the task; nothing more can be said to it then."""
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(encode(task))
            self.process.stdin.close()
        except OSError:
            return

    def hear(self) -> Optional[str]:
        """Wait until it is ready; return what it said if it ended instead."""
        assert self.process.stdout is not None
        tail = b""
        for line in self.process.stdout:
            if line.startswith(b'{"event":"ready"}'):
                return None
            tail = (tail + line)[-_TAIL:]
        return tail.decode(errors="replace").strip() or "no reason given"


class _Wish(NamedTuple):
    id: str
    given: Callable[[Spare], None]
    refused: Callable[[str], None]


class Spares:
    """Keeps one spare per key. All but `Spare.hear` happens in the thread that obeys commands."""

    def __init__(self, job: Callable[[], Any], post: Post, emit: Callable[[Any], None]) -> None:
        self._job = job
        self._post = post
        self._emit = emit
        self._starting: Dict[str, List[Spare]] = {}
        self._ready: Dict[str, List[Spare]] = {}
        self._wishes: Dict[str, List[_Wish]] = {}

    def warm(self, key: str, python: str, env: Dict[str, str]) -> None:
        """Start a spare of this key unless there is one."""
        self._fill((key, python, env))

    def take(
        self,
        kind: Kind,
        id: str,
        given: Callable[[Spare], None],
        refused: Callable[[str], None],
    ) -> None:
        """Give a spare to a task, now or when one is ready, and start the next one."""
        self._wishes.setdefault(kind[0], []).append(_Wish(id, given, refused))
        self._match(kind[0])
        try:
            self._fill(kind)
        except OSError as error:
            self._refuse_one(kind[0], f"Cannot start `{kind[1]}`: {error.strerror}")

    def withdraw(self, id: str) -> bool:
        """Take back the wish of a task; return whether it was still open."""
        for key, wishes in self._wishes.items():
            kept = [wish for wish in wishes if wish.id != id]
            if len(kept) < len(wishes):
                self._wishes[key] = kept
                return True
        return False

    def stop(self, key: str) -> None:
        """End the spares of this key."""
        for spare in [*self._ready.pop(key, []), *self._starting.pop(key, [])]:
            spare.job.end()
            spare.job.close()

    def close(self) -> None:
        """End all spares."""
        for key in [*self._ready, *self._starting]:
            self.stop(key)

    def _fill(self, kind: Kind) -> None:
        key = kind[0]
        starting = self._starting.setdefault(key, [])
        wanted = len(self._wishes.get(key, [])) + 1
        while len(self._ready.get(key, [])) + len(starting) < wanted:
            spare = Spare(kind, self._job())
            starting.append(spare)
            threading.Thread(target=self._listen, args=(spare,), daemon=True).start()

    def _listen(self, spare: Spare) -> None:
        words = spare.hear()
        self._post(lambda: self._heard(spare, words))

    def _heard(self, spare: Spare, words: Optional[str]) -> None:
        starting = self._starting.get(spare.key, [])
        if spare not in starting:
            return
        starting.remove(spare)
        told = {"event": "worker", "worker": spare.key, "pid": spare.process.pid}
        if words is None:
            self._emit({**told, "state": "ready"})
            self._ready.setdefault(spare.key, []).append(spare)
            self._match(spare.key)
            self._fill(spare.kind)
        else:
            self._emit({**told, "state": "failed", "error": words})
            spare.job.close()
            self._refuse_one(
                spare.key, f"The Python interpreter ended before the task started: {words}"
            )

    def _match(self, key: str) -> None:
        wishes, ready = self._wishes.get(key, []), self._ready.get(key, [])
        while wishes and ready:
            wishes.pop(0).given(ready.pop(0))

    def _refuse_one(self, key: str, error: str) -> None:
        wishes = self._wishes.get(key, [])
        if wishes:
            wishes.pop(0).refused(error)
