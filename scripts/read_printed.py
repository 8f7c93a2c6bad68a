"""Looks at a report as Chromium printed it: read_printed.py FOLDER

FOLDER holds report.json, report.pdf, report.txt (what Postil reads in that PDF) and browser.log.
"""

import json
import re
import sys
import unicodedata
from pathlib import Path

folder = Path(sys.argv[1])
report = json.load(open(folder / "report.json", encoding="utf-8"))

# What a page is not allowed to load or run, the browser says on its console.
complaints = [line for line in open(folder / "browser.log", encoding="utf-8", errors="replace") if "CONSOLE" in line]
assert not complaints, complaints

pages = len(re.findall(rb"/Type\s*/Page\b", (folder / "report.pdf").read_bytes()))
articles = report["articles"]
assert len(articles) < pages < 12 * len(articles) + 40, f"{pages} pages for {len(articles)} articles, each of which begins one"


def plain(words):
    """Letters and digits: lines are broken elsewhere on paper, words at their ends, and pictures are no text."""
    return "".join(c for c in unicodedata.normalize("NFKC", words) if c.isalnum())


printed = plain((folder / "report.txt").read_text(encoding="utf-8"))
# On paper what runs from right to left stands in another order.
upright = lambda words: not any(unicodedata.bidirectional(c) in ("R", "AL", "AN") for c in words)
quotes = [mark["quote"] for article in articles for mark in article["marks"] if upright(mark["quote"])]
sources = [line["source"] for line in report["sources"] if upright(line["source"])]
titles = [article["title"] for article in articles if upright(article["title"])]
assert quotes and sources and titles
missing = [words for words in quotes + sources + titles if plain(words) not in printed]
assert not missing, missing

print(f"{pages} pages, printed by Chromium, have {len(quotes)} quotes, {len(sources)} sources and {len(titles)} titles")
