"""What each rule found, by kind of text: the file from which levels are earned."""

import collections

# Kinds of text, each with whether an article is of it for a rule of a language.
KINDS = {
    # Nobody translated it: a finding is a false alarm, or a slip of the writer.
    "originals": lambda article, language: article.kind in ("en_original", "en_web_article"),
    "translators": lambda article, language: (
        article.kind == "human_translation" and article.written == language),
    "other translators": lambda article, language: (
        article.kind == "human_translation" and article.written != language),
    "machines": lambda article, language: (
        article.kind == "machine" and article.source == language),
    "other machines": lambda article, language: (
        article.kind == "machine" and article.source != language),
}
NOTICE = "# Written by make eval-rules; not by hand."


def write_figures(path, data, linter, packs):
    """Writes one line a rule, sorted by id; its language is taken as given for every text."""
    counts = collections.defaultdict(collections.Counter)
    for language in sorted(set(packs.values())):
        own = {pack for pack, code in packs.items() if code == language}
        found = linter.findings(data, own, ["--notes", "--from", language])
        for article, findings in found.items():
            kind = next(name for name, holds in KINDS.items() if holds(article, language))
            for finding in findings:
                counts[finding["rule"]][kind] += 1
    lines = [NOTICE, words_of(data), "\t".join(["rule", *KINDS])]
    for rule in linter.rules(packs):
        figures = counts[rule["id"]]
        lines.append("\t".join([rule["id"], *(str(figures[kind]) for kind in KINDS)]))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def words_of(data):
    words = sum(a.words for a in data.articles.values() if KINDS["originals"](a, ""))
    return f"# Originals have {words} words."
