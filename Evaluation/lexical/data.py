"""Articles, what they are, and what calque finds in them."""

import csv
import dataclasses
import json
import pathlib
import re
import subprocess
import sys

LANGUAGE = "es"  # stories written in it make the table and the curve
ORIGINAL = "English original"
TRANSLATOR = "human translation"
CHOSEN = ("raw google", "raw microsoft")  # systems that newsrooms use


def source_packs(rules):
    """Languages by the names of the packs that are for one."""
    packs = {}
    for file in sorted(rules.glob("*/pack.yml")):
        language = re.search(r"^language: *(\w+)", file.read_text("utf-8"), re.MULTILINE)
        packs[file.parent.name] = language[1]
    return packs


@dataclasses.dataclass(frozen=True)
class Article:
    """A text of the evaluation."""

    path: pathlib.Path
    words: int
    kind: str  # as the manifest of news written by people has it; "machine" for the others
    system: str  # first word of the system's name; empty for people
    source: str  # language from which it was translated; "en" where it was not
    written: str  # language in which the story was written
    story: str

    @property
    def group(self):
        """Name in table and curve; None where they leave it out."""
        if self.kind == "machine":
            return f"raw {self.system}" if self.source == self.written == LANGUAGE else None
        if self.kind == "en_original":
            return ORIGINAL
        if self.kind == "human_translation" and self.written == LANGUAGE:
            return TRANSLATOR
        return None


class Data:
    """All articles by their paths."""

    def __init__(self, folder):
        self.folders = [folder / "mt_news", folder / "clean_news"]
        self.articles = {}
        for place in self.folders:
            for row in rows(place / "manifest.tsv"):
                article = read(place, row)
                # One system's output in two encodings of one text counts once.
                if article.words and "entities left" not in row.get("system", ""):
                    self.articles[article.path] = article

    def groups(self):
        """Articles by group, sorted by its name."""
        groups = {}
        for article in self.articles.values():
            if article.group:
                groups.setdefault(article.group, []).append(article)
        return dict(sorted(groups.items()))


def rows(manifest):
    with open(manifest, encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def read(folder, row):
    written = row["origlang"]
    return Article(
        path=(folder / pathlib.Path(row["file"]).name).resolve(), words=int(row["words"]),
        kind=row.get("kind") if "system" not in row else "machine",
        system=row.get("system", "").split(" (")[0],
        source=row.get("source_lang", written), written=written, story=row["story"])


class Linter:
    """A build of calque."""

    def __init__(self, binary):
        self.binary = binary

    def findings(self, data, packs, options=()):
        """Findings of the rules of some packs, by article."""
        found = {}
        for folder in data.folders:
            report = self.json("--format", "json", *options, str(folder))
            for file in report["files"]:
                article = data.articles.get(pathlib.Path(file["path"]).resolve())
                own = [f for f in file["findings"] if f["rule"].split("/")[0] in packs]
                if article and own:
                    found[article] = own
        if not found:
            sys.exit(f"{self.binary} finds nothing in {data.folders[0]}: that is no measurement")
        return found

    def translated(self, articles):
        """Those of some articles that calque takes for translations from any language."""
        found = set()
        paths = {str(article.path): article for article in articles}
        for start in range(0, len(paths), 500):
            run = self.run("explain", "--evidence", *list(paths)[start:start + 500])
            for line in run.stdout.decode().splitlines():
                path = line.split(": ")[0]
                if path in paths and ", translated" in line:
                    found.add(paths[path])
        return found

    def rules(self, packs):
        """What the rules of some packs say of themselves, sorted by id."""
        rules = self.json("rules", "--format", "json")["rules"]
        return [rule for rule in rules if rule["id"].split("/")[0] in packs]

    def json(self, *words):
        return json.loads(self.run(*words).stdout)

    def run(self, *words):
        run = subprocess.run([self.binary, *words], capture_output=True, check=False)
        if run.returncode > 1:
            sys.exit(f"{self.binary} ended with status {run.returncode}: {run.stderr.decode()}")
        return run
