"""Measures commands against each other in interleaved rounds, and checks their answers."""

import re
from dataclasses import dataclass
from statistics import median

from measuring.processes import ProcessFailed, peak_memory, run

# A finding in compiler form ends with the id of its rule; its `note:` lines do not.
FINDING = re.compile(rb": (?:error|warning|note): .*\[[^\[\]\s/]+/[^\[\]\s]+\]$", re.MULTILINE)


class AnswerChanged(Exception):
    """A command that must repeat its answer gave two."""


@dataclass(frozen=True)
class Contender:
    """A command in a comparison."""

    name: str
    command: list[str]
    # Those that tell of success; None for a tool whose statuses say other things.
    statuses: tuple[int, ...] | None = None
    # Whether the output must be the same to the byte in every round.
    must_repeat: bool = False


@dataclass(frozen=True)
class Measurement:
    """What the rounds of a comparison gave for one contender, in the order of the rounds."""

    contender: Contender
    seconds: list[float]
    cpu_seconds: list[float]
    # Median over the rounds of the time divided by the first contender's in the same round.
    ratio: float
    # In MiB, of a run of its own.
    peak: float
    output: bytes

    @property
    def median(self):
        """Median time, in seconds."""
        return median(self.seconds)

    @property
    def finding_count(self):
        """Number of findings in the output, where it is calque's in compiler form."""
        return len(FINDING.findall(self.output))


def compare(contenders, rounds, to_pipe):
    """Runs contenders A B C, A B C, … after one round that is not counted.

    Each round runs all of them within a short time, so what else the machine does slows all of
    them, and the ratios within a round hold where the times do not.
    """
    answers = [answer(contender, to_pipe) for contender in contenders]
    times = [[] for _ in contenders]
    cpu_times = [[] for _ in contenders]
    for _ in range(rounds):
        for index, contender in enumerate(contenders):
            result = answer(contender, to_pipe)
            check_repeated(contender, answers[index], result)
            times[index].append(result.seconds)
            cpu_times[index].append(result.cpu_seconds)
    return [
        Measurement(
            contender,
            times[index],
            cpu_times[index],
            median(mine / first for mine, first in zip(times[index], times[0])),
            peak_memory(contender.command),
            answers[index].output,
        )
        for index, contender in enumerate(contenders)
    ]


def answer(contender, to_pipe):
    """Runs a contender once and makes sure of its exit status."""
    result = run(contender.command, to_pipe)
    if contender.statuses is not None and result.status not in contender.statuses:
        expected = " or ".join(map(str, contender.statuses))
        raise ProcessFailed(
            f"{' '.join(contender.command)} ended with status {result.status}, not {expected}"
        )
    return result


def check_repeated(contender, expected, result):
    """Throws when a contender that must repeat its answer has another exit status or output."""
    if not contender.must_repeat:
        return
    if (expected.status, expected.output) == (result.status, result.output):
        return
    counts = [len(FINDING.findall(x.output)) for x in (expected, result)]
    raise AnswerChanged(
        f"{contender.name} gave two answers to one question: "
        f"{counts[0]} findings with status {expected.status}, "
        f"then {counts[1]} with status {result.status}"
    )
