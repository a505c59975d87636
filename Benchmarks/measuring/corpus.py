"""Makes the text that is measured, once, and keeps it until the generator changes."""

import hashlib
import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from news.writer import SOURCES

GENERATOR = Path(__file__).resolve().parent.parent / "generate"


@dataclass(frozen=True)
class Text:
    """Generated text: a file, or a folder of files with a list of their names for wc."""

    path: Path
    list_path: Path
    byte_count: int
    file_count: int
    planted: int

    @property
    def megabytes(self):
        """The size in units of 10^6 bytes."""
        return self.byte_count / 1e6


class Corpus:
    """A folder of generated text, named after a digest of the generator."""

    def __init__(self, cache):
        digest = hashlib.sha256()
        for source in [GENERATOR, *SOURCES]:
            digest.update(source.read_bytes())
        self.digest = digest.hexdigest()[:12]
        self._folder = Path(cache) / f"text-{self.digest}"

    def file(self, byte_count):
        """Returns one file of at least some bytes."""
        return self._text(f"news-{byte_count}.txt", ["--bytes", str(byte_count)])

    def files(self, count):
        """Returns a folder of some files."""
        return self._text(f"files-{count}", ["--files", str(count)])

    def _text(self, name, amount):
        path = self._folder / name
        # Written last: where it stands, the text is whole.
        summary_path = self._folder / f"{name}.json"
        list_path = self._folder / f"{name}.list"
        if not summary_path.exists():
            print(f"generating {path}", file=sys.stderr)
            if path.is_dir():
                shutil.rmtree(path)
            command = [sys.executable, str(GENERATOR), *amount, "--out", str(path)]
            summary = subprocess.run(command, check=True, capture_output=True).stdout
            names = sorted(path.iterdir()) if path.is_dir() else [path]
            list_path.write_bytes(b"\0".join(bytes(name) for name in names) + b"\0")
            summary_path.write_bytes(summary)
        facts = json.loads(summary_path.read_text())
        return Text(path, list_path, facts["bytes"], facts["files"], facts["planted"])
