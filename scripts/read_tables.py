"""Reads the tables of pages back with other people's programs: read_tables.py FOLDER

FOLDER holds each page's table as .csv, .tsv, .xlsx, .ndjson, .md and .html. All forms have to tell the same cells, and
none may hold what a spreadsheet or a browser would run.
"""

import csv
import json
import sys
from pathlib import Path

import duckdb
import html5lib
import openpyxl

folder = Path(sys.argv[1])
pages = sorted(path.stem for path in folder.glob("*.csv"))
assert len(pages) == 7, pages


def cell(value):
    """What a cell says, however its form says it."""
    if value is None:
        return ""
    if isinstance(value, float) and value == int(value):
        value = int(value)
    # What stands before a formula so that it is none.
    return str(value).strip().lstrip("'")


for page in pages:
    table = {}
    for form, dialect in (("csv", {}), ("tsv", {"delimiter": "\t", "quoting": csv.QUOTE_NONE})):
        rows = list(csv.reader(open(folder / f"{page}.{form}", encoding="utf-8-sig", newline=""), **dialect))
        assert not any(value.startswith(("=", "+", "@")) for row in rows for value in row), (page, form)
        table[form] = [[cell(value) for value in row] for row in rows]

    book = openpyxl.load_workbook(folder / f"{page}.xlsx")
    sheet = book[book.sheetnames[0]]
    assert not any(one.data_type == "f" for row in sheet.iter_rows() for one in row), (page, "a formula")
    table["xlsx"] = [[cell(value) for value in row] for row in sheet.iter_rows(values_only=True)]

    lines = [json.loads(line) for line in open(folder / f"{page}.ndjson", encoding="utf-8")]
    # An empty head has a name of its own there.
    table["ndjson"] = [table["csv"][0]] + [[cell(value) for value in line.values()] for line in lines]
    found = duckdb.sql(f"SELECT count(*) FROM read_json_auto('{folder}/{page}.ndjson')").fetchall()
    assert found == [(len(lines),)], (page, found)

    # Strict: the first thing that is not HTML is an error.
    html = (folder / f"{page}.html").read_text(encoding="utf-8")
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)
    names = {element.tag for element in tree.iter() if isinstance(element.tag, str)}
    assert "script" not in names and not names & {"img", "link", "iframe", "object", "embed", "form", "b"}, names
    rows = [[cell("".join(one.itertext())) for one in row if one.tag in ("td", "th")] for row in tree.iter("tr")]
    table["html"] = rows

    lines = (folder / f"{page}.md").read_text(encoding="utf-8").splitlines()
    assert sum(line.startswith("| ") for line in lines) == len(table["csv"]) + 1, page

    for form, rows in table.items():
        assert len(rows) == len(table["csv"]) and 1 < len(rows), (page, form, len(rows))
        for one, other in zip(rows, table["csv"]):
            assert one == other, (page, form, one, other)

print(f"the tables of {', '.join(pages)} told alike by csv, tsv, xlsx, ndjson and html")
