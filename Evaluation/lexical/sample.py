"""Findings drawn by chance, each with its paragraph, for somebody to read and judge."""

import random

from .data import CHOSEN

LEVELS = ("error", "warning")


def write_sample(path, data, found, seed, size):
    """Writes a sample of the errors and warnings in the output of the chosen systems.

    The same seed and the same findings give the same sample. Returns how many there are.
    """
    pool = [
        (article, finding) for article, findings in found.items() if article.group in CHOSEN
        for finding in findings if finding["severity"] in LEVELS]
    pool.sort(key=lambda f: (f[0].path.name, f[1]["range"]["start"], f[1]["rule"]))
    drawn = random.Random(seed).sample(pool, min(size, len(pool)))
    texts = [f"{len(drawn)} of {len(pool)} findings, seed {seed}\n"]
    for number, (article, finding) in enumerate(drawn, 1):
        texts.append(entry(number, article, finding))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(texts), encoding="utf-8")
    return len(drawn)


def entry(number, article, finding):
    text = article.path.read_bytes()
    start, end = finding["range"]["start"], finding["range"]["end"]
    first = text.rfind(b"\n", 0, start) + 1
    last = text.find(b"\n", end)
    last = len(text) if last < 0 else last
    parts = [text[first:start], "⟦".encode(), text[start:end], "⟧".encode(), text[end:last]]
    fix = mended(text[first:last], first, finding) if finding["fixes"] else "no fix"
    return (f"{number}. {finding['severity']} {finding['rule']} in {article.path.name}\n"
            f"{finding['message']}\n{b''.join(parts).decode()}\nfix: {fix}\n")


def mended(paragraph, offset, finding):
    """The words around the first fix, once it is applied."""
    edits = sorted(finding["fixes"][0]["edits"], key=lambda e: e["range"]["start"], reverse=True)
    left = min(e["range"]["start"] for e in edits) - offset
    right = len(paragraph) - (max(e["range"]["end"] for e in edits) - offset)
    for e in edits:
        start, end = e["range"]["start"] - offset, e["range"]["end"] - offset
        paragraph = paragraph[:start] + e["replacement"].encode() + paragraph[end:]
    around = paragraph[max(0, left - 40):len(paragraph) - max(0, right - 40)]
    return around.decode("utf-8", "ignore")
