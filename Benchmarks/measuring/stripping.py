"""Copies a program without its symbols."""

import shutil
import subprocess

from measuring.processes import ProcessFailed


def stripped(program, copy, *options):
    """Writes a copy of a program with strip and returns its path."""
    strip = shutil.which("strip") or shutil.which("llvm-strip")
    if strip is None:
        raise ProcessFailed("strip is missing; install it: apt-get install binutils")
    copy.parent.mkdir(parents=True, exist_ok=True)
    result = subprocess.run(
        [strip, *options, "-o", copy, program], capture_output=True, text=True, check=False
    )
    if result.returncode != 0:
        raise ProcessFailed(f"{strip} cannot read {program}: {result.stderr.strip()}")
    return str(copy)
