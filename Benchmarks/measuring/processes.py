"""Runs a command and measures it from outside: posix_spawn to wait4, and the peak of its memory."""

import ctypes
import os
import tempfile
import time
from dataclasses import dataclass

# The locale in which wc counts characters of UTF-8, and in which every tool is run.
ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8", "NO_COLOR": "1"}
PIPE_READ_SIZE = 1 << 20
PR_SET_CHILD_SUBREAPER = 36


class ProcessFailed(Exception):
    """A command that could not be started or ended in a way that its caller does not expect."""


@dataclass(frozen=True)
class Run:
    """One run of a command."""

    seconds: float
    # Time on processors, of all threads, in the program and in the system for it.
    cpu_seconds: float
    status: int
    output: bytes


def run(command, to_pipe):
    """Runs a command once, from before posix_spawn to after wait4.

    Output goes to a pipe, is read while the command runs and returned, or goes to /dev/null. The
    bytes are only kept here: whoever wants to look at them does so when the clock has stopped.
    """
    with tempfile.TemporaryFile() as errors:
        read_end, write_end = os.pipe() if to_pipe else (None, os.open(os.devnull, os.O_WRONLY))
        actions = [
            (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_DUP2, write_end, 1),
            (os.POSIX_SPAWN_DUP2, errors.fileno(), 2),
        ]
        chunks = []
        start = time.perf_counter()
        try:
            process = os.posix_spawnp(command[0], command, ENVIRONMENT, file_actions=actions)
        except OSError as error:
            raise ProcessFailed(f"{command[0]} did not start: {error.strerror}") from error
        finally:
            os.close(write_end)
        while to_pipe and (chunk := os.read(read_end, PIPE_READ_SIZE)):
            chunks.append(chunk)
        _, status, usage = os.wait4(process, 0)
        seconds = time.perf_counter() - start
        if to_pipe:
            os.close(read_end)
        check_ending(command, status, errors)
        cpu_seconds = usage.ru_utime + usage.ru_stime
        return Run(seconds, cpu_seconds, os.waitstatus_to_exitcode(status), b"".join(chunks))


def check_ending(command, status, errors):
    """Throws when a command was killed, with the end of what it wrote to standard error."""
    code = os.waitstatus_to_exitcode(status)
    if code >= 0 and code not in (126, 127):
        return
    errors.seek(0)
    said = errors.read().decode(errors="replace").strip()[-500:]
    raise ProcessFailed(f"{' '.join(command)} ended with status {code}: {said}")


def peak_memory(command):
    """Returns the most memory that a command holds at once, in MiB; output goes to /dev/null.

    Linux counts what the parent held when it started the command as the command's own: started
    from here, nothing would stay below Python's 10 MiB. So a shell (1.6 MiB) starts it in the
    background and ends, and this process, as the reaper of orphans, waits for it.
    """
    if ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0:
        raise ProcessFailed("this system does not let a process wait for orphans")
    actions = [
        (os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_RDWR, 0) for stream in (0, 1, 2)
    ]
    shell = ["sh", "-c", '"$@" &', "sh", *command]
    starter = os.posix_spawnp("sh", shell, ENVIRONMENT, file_actions=actions)
    ended = [os.wait4(-1, 0), os.wait4(-1, 0)]
    return next(usage.ru_maxrss for process, _, usage in ended if process != starter) / 1024
