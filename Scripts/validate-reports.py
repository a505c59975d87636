#!/usr/bin/env python3
"""Checks reports of calque with validators and readers that are not ours.

    validate-reports.py sarif FILE...      against the SARIF schema, GitHub's rules and sarif-tools
    validate-reports.py findings FILE...   against Documentation/Schemas/findings-1.json
    validate-reports.py lintconfig FILE... against Documentation/Schemas/lintconfig.json

Prints what sarif-tools reads as one JSON line a record. Exit status: 0 valid, 1 not, 2 usage.
"""

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
from sarif import loader

ROOT = Path(__file__).resolve().parent.parent
SCHEMAS = {
    "sarif": ROOT / "Tests/Fixtures/sarif-schema-2.1.0.json",
    "findings": ROOT / "Documentation/Schemas/findings-1.json",
    "lintconfig": ROOT / "Documentation/Schemas/lintconfig.json",
}
# GitHub's limit on descriptions of a rule, in characters.
DESCRIPTION_LIMIT = 1024


def schema_problems(kind, report):
    """Yields what the schema has against a report."""
    schema = json.loads(SCHEMAS[kind].read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(schema)
    validator.check_schema(schema)
    for error in validator(schema).iter_errors(report):
        yield f"{error.json_path}: {error.message[:200]}"


def github_problems(report):
    """Yields what GitHub's code scanning would refuse, though the standard allows it."""
    for run in report["runs"]:
        rules = run["tool"]["driver"]["rules"]
        for rule in rules:
            for name in ("shortDescription", "fullDescription", "help"):
                if not rule.get(name, {}).get("text"):
                    yield f"rule {rule['id']}: {name}.text is missing or empty"
            for name in ("shortDescription", "fullDescription"):
                if len(rule[name]["text"]) > DESCRIPTION_LIMIT:
                    yield f"rule {rule['id']}: {name}.text is too long"
        for number, result in enumerate(run["results"]):
            for problem in result_problems(result, rules):
                yield f"result {number}: {problem}"


def result_problems(result, rules):
    """Yields what GitHub would refuse in one result."""
    index = result.get("ruleIndex")
    if index is not None and rules[index]["id"] != result["ruleId"]:
        yield "ruleIndex names another rule"
    if not result["message"]["text"]:
        yield "message.text is empty"
    place = result["locations"][0]["physicalLocation"]
    if not place["artifactLocation"]["uri"]:
        yield "the uri is empty"
    for name in ("startLine", "startColumn", "endLine", "endColumn"):
        if place["region"].get(name, 0) < 1:
            yield f"region.{name} is missing"
    if not result["partialFingerprints"].get("primaryLocationLineHash"):
        yield "primaryLocationLineHash is missing"


def reader_problems(path):
    """Reads a SARIF file with sarif-tools, prints its records, and yields what its command says."""
    for record in loader.load_sarif_file(str(path)).get_records():
        print(json.dumps(record, ensure_ascii=False, sort_keys=True))
    command = [sys.executable, "-m", "sarif", "summary", str(path)]
    summary = subprocess.run(command, capture_output=True, text=True, check=False)
    if summary.returncode != 0:
        yield f"sarif summary: {summary.stderr.strip()}"


def problems(kind, path):
    """Yields all that is wrong with a file."""
    report = json.loads(path.read_text(encoding="utf-8"))
    found = sorted(schema_problems(kind, report))
    yield from found
    if kind == "sarif" and not found:
        yield from github_problems(report)
        yield from reader_problems(path)


def main(arguments):
    """Checks the files that are named on the command line."""
    if len(arguments) < 2 or arguments[0] not in SCHEMAS:
        print(__doc__, file=sys.stderr)
        return 2
    status = 0
    for path in map(Path, arguments[1:]):
        for problem in problems(arguments[0], path):
            print(f"{path}: {problem}", file=sys.stderr)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
