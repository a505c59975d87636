"""How well the rules tell raw machine translation from other articles.

An article's score is its findings in 1,000 words. The area under the ROC curve is the chance that a
raw translation scores higher than an article of the other kind, a tie counting half.
"""

from .data import ORIGINAL, TRANSLATOR

POINTS = (0.0, 0.5, 1.0, 2.0, 3.0, 5.0, 8.0)


def print_curve(data, found):
    scores = {
        group: [1000 * len(found.get(article, [])) / article.words for article in articles]
        for group, articles in data.groups().items()}
    raw = [s for group, values in scores.items() if group.startswith("raw ") for s in values]
    for other in (ORIGINAL, TRANSLATOR):
        area = area_under_curve(raw, scores[other])
        print(f"\nraw machine translation against {other}: area under the curve {area:.3f}")
        for group, values in scores.items():
            if group.startswith("raw "):
                print(f"  {group} alone: {area_under_curve(values, scores[other]):.3f}")
        print(f"findings in 1,000 words above\traw\t{other}")
        for point in POINTS:
            print(f"{point}\t{share(raw, point):.3f}\t{share(scores[other], point):.3f}")


def share(values, point):
    return sum(value > point for value in values) / len(values)


def area_under_curve(positives, negatives):
    """The chance that a positive scores above a negative. O(n log n)."""
    ranked = sorted([(s, True) for s in positives] + [(s, False) for s in negatives])
    wins, below, index = 0.0, 0, 0
    while index < len(ranked):
        end = index
        while end < len(ranked) and ranked[end][0] == ranked[index][0]:
            end += 1
        tied = sum(not positive for _, positive in ranked[index:end])
        wins += (end - index - tied) * (below + tied / 2)
        below += tied
        index = end
    return wins / (len(positives) * len(negatives))
