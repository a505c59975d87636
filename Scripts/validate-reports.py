#!/usr/bin/env python3
"""Checks reports of calque with validators and readers that are not ours.

    validate-reports.py sarif FILE...      against the SARIF schema, GitHub's rules and sarif-tools
    validate-reports.py findings FILE...   against Documentation/Schemas/findings-1.json
    validate-reports.py lintconfig FILE... against Documentation/Schemas/lintconfig.json
    validate-reports.py junit FILE...      against Jenkins' schema, and read by junitparser
    validate-reports.py gitlab FILE...     by what GitLab asks of a Code Quality report
    validate-reports.py github FILE...     by the grammar of GitHub's workflow commands

Prints what a reader reads (sarif-tools, junitparser, GitHub's runner) as one JSON line a record.
Exit status: 0 valid, 1 not, 2 usage.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
from junitparser import JUnitXml, TestSuite
from lxml import etree
from sarif import loader

ROOT = Path(__file__).resolve().parent.parent
SCHEMAS = {
    "sarif": ROOT / "Tests/Fixtures/sarif-schema-2.1.0.json",
    "findings": ROOT / "Documentation/Schemas/findings-1.json",
    "lintconfig": ROOT / "Documentation/Schemas/lintconfig.json",
}
JUNIT_SCHEMA = ROOT / "Tests/Fixtures/junit-10.xsd"
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
            for problem in result_problems(result):
                yield f"result {number}: {problem}"


def result_problems(result):
    """Yields what GitHub would refuse in one result."""
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


def junit_problems(path):
    """Reads a JUnit file with a schema and with junitparser, and prints its tests."""
    document = etree.parse(path)
    schema = etree.XMLSchema(etree.parse(JUNIT_SCHEMA))
    if not schema.validate(document):
        for error in schema.error_log:
            yield f"line {error.line}: {error.message}"
        return
    for suite in JUnitXml.fromfile(str(path)):
        if not isinstance(suite, TestSuite):
            yield "a test stands outside of a suite"
            continue
        cases = list(suite)
        results = [result for case in cases for result in case.result]
        counted = (len(cases), sum(type(result).__name__ == "Failure" for result in results))
        if counted != (suite.tests, suite.failures):
            yield f"suite {suite.name}: counts are {suite.tests, suite.failures}, not {counted}"
        for case in cases:
            record = {
                "suite": suite.name,
                "name": case.name,
                "classname": case.classname,
                "results": [
                    [type(result).__name__, result.type, result.message, result.text]
                    for result in case.result
                ],
            }
            print(json.dumps(record, ensure_ascii=False, sort_keys=True))


def gitlab_problems(path):
    """Yields what GitLab would refuse or not show of a Code Quality report."""
    text = path.read_bytes()
    if text.startswith(b"\xef\xbb\xbf"):
        yield "a byte order mark is not allowed"
    issues = json.loads(text)
    prints = [issue["fingerprint"] for issue in issues]
    if len(set(prints)) != len(prints):
        yield "a fingerprint stands twice"
    for number, issue in enumerate(issues):
        if not issue["description"] or not issue["check_name"] or not issue["fingerprint"]:
            yield f"issue {number}: a text is empty"
        if issue["severity"] not in ("info", "minor", "major", "critical", "blocker"):
            yield f"issue {number}: severity “{issue['severity']}” is none of GitLab's"
        location = issue["location"]
        if not location["path"] or location["path"].startswith(("./", "/")):
            yield f"issue {number}: the path does not start from the repository"
        if not 1 <= location["lines"]["begin"] <= location["lines"]["end"]:
            yield f"issue {number}: lines {location['lines']}"


COMMAND = re.compile(r"::(error|warning|notice)(?: ([^:]*))?::(.*)")
NUMBERS = ("line", "endLine", "col", "endColumn")
TEXTS = ("file", "title")


def github_command_problems(path):
    """Reads each line as GitHub's runner does, and prints what it reads."""
    # Not splitlines, which knows more line ends than the runner.
    lines = path.read_bytes().decode().split("\n")
    if lines.pop():
        yield "the last line does not end"
    for number, line in enumerate(lines, 1):
        command = COMMAND.fullmatch(line)
        if not command:
            yield f"line {number}: no workflow command: {line[:100]}"
            continue
        if re.search(r"%(?!25|0A|0D)", command[3]):
            yield f"line {number}: a bare % in the message"
        record = {"command": command[1], "message": unescaped(command[3])}
        for field in filter(None, (command[2] or "").split(",")):
            name, _, value = field.partition("=")
            if name not in NUMBERS + TEXTS or not value or name in record:
                yield f"line {number}: property “{field}”"
            if re.search(r"%(?!25|0A|0D|3A|2C)", value):
                yield f"line {number}: a bare % in “{field}”"
            record[name] = int(value) if name in NUMBERS else unescaped(value)
        print(json.dumps(record, ensure_ascii=False, sort_keys=True))


def unescaped(value):
    """Returns a value as the runner reads it."""
    for escape, mark in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        value = value.replace(escape, mark)
    return value


# Formats that no JSON Schema describes.
READERS = {"junit": junit_problems, "gitlab": gitlab_problems, "github": github_command_problems}


def problems(kind, path):
    """Yields all that is wrong with a file."""
    if kind in READERS:
        yield from READERS[kind](path)
        return
    report = json.loads(path.read_text(encoding="utf-8"))
    found = sorted(schema_problems(kind, report))
    yield from found
    if kind == "sarif" and not found:
        yield from github_problems(report)
        yield from reader_problems(path)


def main(arguments):
    """Checks the files that are named on the command line."""
    if len(arguments) < 2 or arguments[0] not in {**SCHEMAS, **READERS}:
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
