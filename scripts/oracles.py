"""Draws marks of three people on texts, has Postil compare them, and reckons the same with other programs.

scripts/oracles.py POSTIL FOLDER
"""

import json
import logging
import math
import random
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import krippendorff
import numpy
from nervaluate import Evaluator
from nltk.metrics.agreement import AnnotationTask
from pyannote.core import Segment
from pygamma_agreement import CombinedCategoricalDissimilarity, Continuum, ShuffleContinuumSampler
from scipy.optimize import linear_sum_assignment
from sklearn.metrics import cohen_kappa_score

PEOPLE = ["Ana", "Ben", "Teacher"]
TAGS = ["claim", "denial", "opinion"]
# Words of five letters with a space behind each; a paragraph is twelve of them.
WORD, PARAGRAPH = 6, 12
n_held = 0


def hold(what, ours, theirs, within=1e-9):
    """Both are the same number, or neither is one."""
    global n_held
    n_held += 1
    theirs = None if theirs is None or math.isnan(theirs) else float(theirs)
    both = ours is not None and theirs is not None and abs(ours - theirs) <= within
    if not (both or ours is None and theirs is None):
        sys.exit(f"{what}: {ours}, but the other program says {theirs}")


def text(n_words):
    words = ["".join(random.choices("abcdefghij", k=WORD - 1)) for _ in range(n_words)]
    return "".join(word + ("\n\n" if (nth + 1) % PARAGRAPH == 0 else " ") for nth, word in enumerate(words))


def words_of(written):
    """Where the words stand, in code points."""
    at, found = 0, []
    for word in written.split():
        at = written.index(word, at)
        found.append((at, at + len(word)))
        at += len(word)
    return found


def apart(n_words):
    """Marks of which each meets at most one of another person: what every way of matching finds."""
    slot = 8 * WORD
    marks = []
    for nth in range(n_words * WORD // slot - 1):
        if random.random() < 0.7:
            at = nth * slot + random.choice([0, 0, 0, 3, 9])
            marks.append((random.choice(TAGS), at, at + random.choice([17, 17, 17, 23, 11])))
    return marks


def anywhere(n_words):
    """Marks that overlap as they like."""
    length = n_words * WORD - 60
    starts = [random.randrange(length) for _ in range(12)]
    return sorted({(random.choice(TAGS), at, at + random.randrange(WORD, 50)) for at in starts})


def marked(postil, path, person, marks):
    lines = "".join(f"span {start} {end}\ntag {tag}\n" for tag, start, end in marks)
    done = subprocess.run([postil, "run", path, "--as", person], input=lines, text=True, capture_output=True)
    if done.returncode != 0:
        sys.exit(f"{done.stderr}{lines}")


def compared(postil, path):
    told = subprocess.run(
        [postil, "compare", path, "--layers", ",".join(PEOPLE), "--json"], text=True, check=True, capture_output=True
    )
    return json.loads(told.stdout)


def marks_of(told):
    """Everybody's marks as Postil read them: tag and ends."""
    found = {person: {} for person in PEOPLE}
    for pair in told["pairs"]:
        for side, person in zip(("first", "second"), pair["people"]):
            if (mark := pair[side]) is not None:
                piece = mark["pieces"]
                assert len(piece) == 1 and len(mark["tags"]) == 1, mark
                found[person][mark["id"]] = (mark["tags"][0], piece[0]["start"], piece[0]["end"])
    return {person: sorted(marks.values(), key=lambda mark: mark[1:]) for person, marks in found.items()}


def covered(words, marks, tag):
    """Which words bear a mark, of that tag or of any."""
    mine = [mark for mark in marks if tag in ("all", mark[0])]
    return [int(any(start < end_of and of < end for _, start, end in mine)) for of, end_of in words]


def of_words(told, words, marks):
    for found in told["measures"]:
        people, scope, name = found["people"], found["scope"], found["measure"]
        if name not in ("cohen-kappa", "fleiss-kappa", "krippendorff-alpha"):
            continue
        rows = [covered(words, marks[person], scope) for person in people]
        what = f"{name} of {scope}, {' and '.join(people)}"
        if not any(map(any, rows)):
            hold(what, found["value"], None)
            continue
        if name == "cohen-kappa":
            hold(what, found["value"], cohen_kappa_score(*rows))
        elif name == "krippendorff-alpha":
            hold(what, found["value"], krippendorff.alpha(numpy.array(rows), level_of_measurement="nominal"))
        else:
            # Multi-π, which Fleiss called κ.
            task = [(person, word, row[word]) for person, row in zip(people, rows) for word in range(len(words))]
            hold(what, found["value"], AnnotationTask(data=task).pi())


def of_spans(told, marks):
    modes = {"strict": "strict", "exact": "exact", "partial": "partial", "type": "ent_type"}
    parts = {"precision": "precision", "recall": "recall", "f1": "f1"}
    values = {(it["measure"], tuple(it["people"]), it["scope"]): it["value"] for it in told["measures"]}
    for pair in combinations(PEOPLE, 2):
        # nervaluate's ends are inclusive.
        spans = [[{"label": tag, "start": start, "end": end - 1} for tag, start, end in marks[it]] for it in pair]
        theirs = Evaluator([spans[0]], [spans[1]], tags=TAGS, loader="dict", min_overlap_percentage=1.0).evaluate()
        for mode, other in modes.items():
            for part, field in parts.items():
                hold(f"{mode}-{part} of {pair}", values[f"{mode}-{part}", pair, "all"], getattr(theirs["overall"][other], field))


def share(one, two):
    both = max(0, min(one[2], two[2]) - max(one[1], two[1]))
    return both / (one[2] - one[1] + two[2] - two[1] - both)


def of_matching(told, marks):
    for pair in combinations(PEOPLE, 2):
        first, second = (marks[person] for person in pair)
        shares = numpy.array([[share(one, two) for two in second] for one in first])
        best = shares[linear_sum_assignment(shares, maximize=True)].sum()
        ours = sum(it["share"] for it in told["pairs"] if tuple(it["people"]) == pair)
        hold(f"shares of matched marks of {pair}", ours, best, 1e-6)


def overlap(one, two):
    return max(0, min(one[1], two[1]) - max(one[0], two[0]))


def unitizing(people, length):
    """u-α of 2016 for one tag, segment by segment as Krippendorff and others define it."""
    units, gaps = [], []
    for marks in people:
        mine = []
        for start, end in sorted(marks):
            if mine and start < mine[-1][1]:
                mine[-1] = (mine[-1][0], max(end, mine[-1][1]))
            else:
                mine.append((start, end))
        ends = [0] + [end for _, end in mine]
        units.append(mine)
        gaps.append(list(zip(ends, [start for start, _ in mine] + [length])))
    m, others = len(people), [(i, j) for i in range(len(people)) for j in range(len(people)) if i != j]

    def both(one, two):
        return sum(overlap(a, b) for i, j in others for a in one[i] for b in two[j]) / (m - 1)

    observed = {(c, k): both(one, two) for c, one in ((0, gaps), (1, units)) for k, two in ((0, gaps), (1, units))}
    of = [observed[c, 0] + observed[c, 1] for c in (0, 1)]
    q = [sum(b - a for it in gaps for a, b in it), sum((b - a) ** 2 for it in units for a, b in it)]
    whole = m * length
    expected = [whole * (of[c] ** 2 - q[c]) / (whole**2 - sum(q)) for c in (0, 1)]
    return 1 - (whole - observed[0, 0] - observed[1, 1]) / (whole - sum(expected))


def of_units(told, marks, length):
    for found in told["measures"]:
        tag = found["scope"]
        if found["measure"] == "u-alpha" and tag in TAGS:
            people = [[mark[1:] for mark in marks[person] if mark[0] == tag] for person in found["people"]]
            value = unitizing(people, length) if any(people) else None
            hold(f"u-alpha of {tag}, {found['people']}", found["value"], value)


def of_gamma(told, marks):
    """Chance is drawn otherwise there, so the values may differ by what drawing makes of them."""
    (found,) = [it for it in told["measures"] if it["measure"] == "gamma" and it["scope"] == "all" and len(it["people"]) == 3]
    continuum = Continuum()
    for person in PEOPLE:
        for tag, start, end in marks[person]:
            continuum.add(person, Segment(start, end), tag)
    numpy.random.seed(2015)
    dissimilarity = CombinedCategoricalDissimilarity(alpha=1, beta=1, delta_empty=1.0)
    theirs = continuum.compute_gamma(dissimilarity, n_samples=30, sampler=ShuffleContinuumSampler())
    hold("gamma of all three", found["value"], theirs.gamma, 0.1)


def main(postil, folder):
    random.seed(1960)
    logging.disable()
    for nth in range(8):
        n_words = 20 * PARAGRAPH
        written = text(n_words)
        path = Path(folder, f"{nth}.txt")
        path.write_text(written)
        for person in PEOPLE:
            marked(postil, path, person, (apart if nth % 2 == 0 else anywhere)(n_words))
        told = compared(postil, path)
        marks = marks_of(told)
        of_words(told, words_of(written), marks)
        of_matching(told, marks)
        of_units(told, marks, len(written))
        if nth % 2 == 0:
            of_spans(told, marks)
        if nth < 4:
            of_gamma(told, marks)
    print(f"{n_held} values are what other programs make of the same marks.")


main(*sys.argv[1:])
