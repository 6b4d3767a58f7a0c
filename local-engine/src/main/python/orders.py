"""What the supervisor of every system makes of the host's commands."""

from typing import Any, Dict

Command = Dict[str, Any]

_READ_AT_START = ("PYTHON", "LD_", "DYLD_", "LC_", "LANG", "MALLOC_", "GLIBC_")


def task_of(command: Command, env: Dict[str, str]) -> Command:
    """Return the order that an interpreter of ours takes."""
    wanted = ["id", "worker", "python", "module", "function", "executor_input"]
    wanted += ["cwd", "stdout", "stderr"]
    optional = [name for name in ("archive_dir", "path_prefix") if name in command]
    return {**{name: command[name] for name in [*wanted, *optional]}, "env": env}


def environment_of_task(command: Command) -> Dict[str, str]:
    """Return the complete environment of a Python task, without its token."""
    return {**command["base_env"], **command["env"], "_KFP_RUNTIME": "true"}


def needs_fresh_interpreter(command: Command) -> bool:
    """Return whether the task sets variables that only a new interpreter heeds."""
    base = command["base_env"]
    changed = [name for name, value in command["env"].items() if base.get(name) != value]
    return any(name.startswith(_READ_AT_START) for name in changed)
