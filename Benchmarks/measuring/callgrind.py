"""Counts instructions by callgrind."""

import re
import subprocess

from measuring.comparison import FINDING
from measuring.processes import ENVIRONMENT, ProcessFailed
from measuring.stripping import stripped

COLLECTED = re.compile(r"^==\d+== Collected : (\d+)", re.MULTILINE)


def without_debug_information(program, folder):
    """Returns a copy of a program that valgrind 3.19 (Debian 12) can read.

    It gives up on the debug information that Swift 6 writes (DWARF 5). The code is left as it is.
    """
    return stripped(program, folder / "calque-without-debug-information", "--strip-debug")


def instructions(command, statuses=(0, 1)):
    """Runs a command under callgrind; returns its instructions and its findings.

    It must end with one of the exit statuses.
    """
    # Swift seeds the hashes of each process by chance, which would move the count a little.
    environment = {**ENVIRONMENT, "SWIFT_DETERMINISTIC_HASHING": "1"}
    watched = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command]
    try:
        result = subprocess.run(watched, capture_output=True, env=environment, check=False)
    except FileNotFoundError as error:
        raise ProcessFailed("valgrind is missing; install it: apt-get install valgrind") from error
    said = result.stderr.decode(errors="replace")
    collected = COLLECTED.search(said)
    if result.returncode not in statuses or not collected:
        ending = said.strip()[-500:]
        raise ProcessFailed(f"{' '.join(watched)} ended with {result.returncode}: {ending}")
    return int(collected[1]), len(FINDING.findall(result.stdout))
