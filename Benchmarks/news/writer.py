"""Writes news articles out of a grammar, the same for the same seed on every Python.

The text is made to cost a linter what news costs it: words of a long-tailed distribution, sentences
of some eighteen words, quotations with curly marks in some articles and straight ones in others,
names with accents, numbers, and four planted defects in a thousand words.
"""

import random
import re
from bisect import bisect
from itertools import accumulate
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
SOURCES = [FOLDER / name for name in ("grammar.txt", "vocabulary.txt", "defects.txt", "writer.py")]

# Share of paragraphs to which a defect is added: some 4 in 1,000 words.
DEFECT_SHARE = 0.19
# Share of articles with pieces of their page above and below them.
RESIDUE_SHARE = 0.05
# Share of articles with curly marks: gives some 0.4 % of bytes that are not ASCII, as in news.
CURLY_SHARE = 0.14
# An article ends after the paragraph that passes its size, in characters.
SMALLEST_ARTICLE, LARGEST_ARTICLE = 2_000, 9_000

SLOT = re.compile(r"\{([^}]+)\}")
# “a” whose sound is still open: the next word decides.
OPEN_SMALL, OPEN_CAPITAL = "\x01", "\x02"
OPEN_ARTICLE = re.compile(r"([\x01\x02])(\W*)(\w+)")
VOWEL_SOUND = re.compile(r"(?!uni|use|usa|eur|one)[aeiou]|hour|hon[eo]|heir", re.IGNORECASE)
# Verbs that end in an unstressed or short syllable and double it all the same.
DOUBLING = {"cancel", "label", "permit", "transfer"}
MONTHS = (
    "January February March April May June July August September October November December"
).split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
ORDINALS = "first second third fourth fifth sixth tenth".split()
SMALL_NUMBERS = "two three four five six seven eight nine ten twelve twenty thirty".split()
ORGANISATIONS = [
    ("European Union", "EU"),
    ("World Health Organization", "WHO"),
    ("International Labour Organization", "ILO"),
    ("Northern Harbour Union", "NHU"),
    ("Federation of Coastal Farmers", "FCF"),
    ("Council of River Towns", "CRT"),
]


def past(verb):
    """Returns the past of a regular verb."""
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + verb[-1] + "ed" if verb in DOUBLING else verb + "ed"


def plural(noun):
    """Returns the plural of a regular noun."""
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


def sections(name):
    """Returns the lines below each [heading] of a data file; “#” starts a comment."""
    found, lines = {}, None
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            lines = found.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            lines.append(line)
    return found


def with_articles(text):
    """Settles each open “a” by the word behind it."""

    def settled(match):
        mark, between, word = match.groups()
        letter = "a" if mark == OPEN_SMALL else "A"
        return letter + ("n" if VOWEL_SOUND.match(word) else "") + between + word

    return OPEN_ARTICLE.sub(settled, text)


class Article:
    """What stays the same from the first line of an article to its last."""

    def __init__(self, writer):
        self.is_curly = writer.chance() < CURLY_SHARE
        self.organisation, self.acronym = writer.one_of(ORGANISATIONS)
        self.speakers = [
            (f"{writer.word('given')} {writer.word('family')}", writer.word("role"))
            for _ in range(3)
        ]
        self.introduced = set()

    def speaker(self, writer):
        """Returns a speaker: name and office at first, the surname from then on."""
        name, role = writer.one_of(self.speakers)
        if name in self.introduced:
            return name.split(" ")[1]
        self.introduced.add(name)
        return f"{name}, the {role} of the {writer.word('body')},"


class Writer:
    """A source of articles; counts the words and defects that it has written.

    Randomness is drawn by `random()` alone, whose sequence Python promises to keep for a seed.
    """

    def __init__(self, seed):
        self.chance = random.Random(seed).random
        self.word_count = 0
        self.defect_count = 0
        self._words = {
            kind: self._ranked(" ".join(lines).split(", "))
            for kind, lines in sections("vocabulary.txt").items()
        }
        self._words["nouns"] = [plural(noun) for noun in self._words["noun"]]
        self._words["verbed"] = [past(verb) for verb in self._words["verb"]]
        self._makers = self._special_makers()
        grammar = sections("grammar.txt")
        # Named before any is filled, for a line may use the sections below its own.
        self._productions = {name: [] for name in grammar}
        for name, lines in grammar.items():
            self._productions[name] += [self._compiled(line) for line in lines]
        defects = sections("defects.txt").values()
        self._defects = [self._compiled(line) for lines in defects for line in lines]

    def one_of(self, choices):
        """Returns one of some choices, each as likely as the others."""
        return choices[int(self.chance() * len(choices))]

    def word(self, kind):
        """Returns a word of a kind; those that the vocabulary names first come often."""
        return self.one_of(self._words[kind])

    def article(self):
        """Returns an article: lines with an empty line between each two, and a last line break."""
        article = Article(self)
        size = SMALLEST_ARTICLE + self.chance() ** 1.5 * (LARGEST_ARTICLE - SMALLEST_ARTICLE)
        blocks = [self._expanded("headline", article), self._expanded("lead", article)]
        length = 0
        while length < size:
            paragraph = self._paragraph(article)
            length += len(paragraph)
            blocks += paragraph.split("¶")
        if self.chance() < RESIDUE_SHARE:
            blocks = ["news agency", *blocks, "You may also like", "Subscribe", "follow us"]
            self.defect_count += 2
        text = with_articles("\n\n".join(blocks)) + "\n"
        # The comma after a speaker's office gives way to the mark that follows.
        text = text.replace(",,", ",").replace(",.", ".")
        self.word_count += text.count(" ") + len(blocks)
        return text

    def _paragraph(self, article):
        text = self._expanded("paragraph", article)
        if self.chance() < DEFECT_SHARE:
            self.defect_count += 1
            text += " " + self._rendered(self.one_of(self._defects), article)
        return text

    @staticmethod
    def _ranked(words):
        """Returns 4,096 words in which each occurs in inverse proportion to its rank (Zipf)."""
        sums = list(accumulate(1 / (rank + 8) for rank in range(len(words))))
        return [words[bisect(sums, sums[-1] * index / 4096)] for index in range(4096)]

    def _compiled(self, template):
        """Returns a template as a list of strings and of functions of an article."""
        pieces = SLOT.split(template)
        return [self._slot(x) if index % 2 else x for index, x in enumerate(pieces)]

    def _slot(self, name):
        """Returns what fills a slot; a capital in the slot's name is one in the text."""
        fill = self._filler(name.lower())
        if name.islower():
            return fill
        if len(name) > 1 and name.isupper():
            return lambda article: fill(article).upper()
        return lambda article: self._capitalized(fill(article))

    def _filler(self, kind):
        if kind in self._makers:
            return self._makers[kind]
        if kind in self._words:
            words = self._words[kind]
            return lambda article: words[int(self.chance() * 4096)]
        options = self._productions[kind]
        return lambda article: self._rendered(self.one_of(options), article)

    @staticmethod
    def _capitalized(text):
        return OPEN_CAPITAL + text[1:] if text[:1] == OPEN_SMALL else text[:1].upper() + text[1:]

    def _rendered(self, pieces, article):
        return "".join([x if x.__class__ is str else x(article) for x in pieces])

    def _expanded(self, name, article):
        return self._rendered(self.one_of(self._productions[name]), article)

    def _special_makers(self):
        one_of, chance = self.one_of, self.chance
        return {
            "a": lambda article: OPEN_SMALL,
            "open": lambda article: "“" if article.is_curly else '"',
            "close": lambda article: "”" if article.is_curly else '"',
            "apostrophe": lambda article: "’" if article.is_curly else "'",
            "dash": lambda article: "–" if article.is_curly else "-",
            "organisation": lambda article: article.organisation,
            "acronym": lambda article: article.acronym,
            "speaker": lambda article: article.speaker(self),
            "surname": lambda article: one_of(article.speakers)[0].split(" ")[1],
            "month": lambda article: one_of(MONTHS),
            "weekday": lambda article: one_of(WEEKDAYS),
            "ordinal": lambda article: one_of(ORDINALS),
            "day": lambda article: str(1 + int(chance() * 28)),
            "year": lambda article: str(1990 + int(chance() * 35)),
            "few": lambda article: one_of(SMALL_NUMBERS),
            "number": lambda article: self._number(),
            "percent": lambda article: f"{chance() * 20:.1f}%",
            "money": lambda article: f"${10 ** (chance() * 3):.1f} million",
        }

    def _number(self):
        size = self.chance()
        if size < 0.5:
            return self.one_of(SMALL_NUMBERS)
        return f"{int(10 ** (1 + size * 4)):,}"
