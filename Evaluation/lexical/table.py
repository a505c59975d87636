"""Findings in 10,000 words, by level and by kind of text."""


def print_table(data, found, linter):
    print("text\tarticles\ttaken for translations\twords\terrors\twarnings\tnotes"
          "\twarnings and errors in 10,000 words")
    for group, articles in data.groups().items():
        words = sum(article.words for article in articles)
        levels = [f["severity"] for article in articles for f in found.get(article, [])]
        error, warning, note = (
            10_000 * levels.count(level) / words for level in ("error", "warning", "note"))
        translated = len(linter.translated(articles))
        print(f"{group}\t{len(articles)}\t{translated}\t{words}\t{error:.2f}\t{warning:.2f}\t{note:.2f}"
              f"\t{error + warning:.2f}")
