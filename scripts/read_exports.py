"""Reads exports back with other people's programs: read_exports.py FOLDER

FOLDER holds marks.csv, .tsv, .xlsx, .ndjson, .jsonld, .md and report.html with report.json, all of the same
articles. Every form has to tell the same marks.
"""

import csv
import json
import sys
from pathlib import Path

import duckdb
import html5lib
import openpyxl

folder = Path(sys.argv[1])
csv.field_size_limit(1 << 30)
csv_rows = list(csv.DictReader(open(folder / "marks.csv", encoding="utf-8-sig", newline="")))
tsv_rows = list(
    csv.DictReader(open(folder / "marks.tsv", encoding="utf-8-sig", newline=""), delimiter="\t", quoting=csv.QUOTE_NONE)
)
lines = [json.loads(line) for line in open(folder / "marks.ndjson", encoding="utf-8")]
ids = [line["id"] for line in lines]
assert ids and len(set(ids)) == len(ids), "every mark once"
assert [row["id"] for row in csv_rows] == ids and [row["id"] for row in tsv_rows] == ids

# Words are the same but for what a spreadsheet must not run.
for row, line in zip(csv_rows, lines):
    for key in ("quote", "note", "annotator", "title"):
        assert row[key].lstrip("'") == (line[key] or "").lstrip("'"), (key, row[key], line[key])
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values()), row

book = openpyxl.load_workbook(folder / "marks.xlsx")
head, *cells = book["Marks"].iter_rows(values_only=True)
assert list(head) == list(csv_rows[0].keys()), head
assert [row[head.index("id")] for row in cells] == ids
for row in book["Marks"].iter_rows():
    assert not any(cell.data_type == "f" for cell in row), "a formula"
low = head.index("low")
assert any(isinstance(row[low], int) for row in cells), "numbers are numbers"

found = duckdb.sql(f"SELECT count(*), count(DISTINCT article) FROM read_json_auto('{folder}/marks.ndjson')").fetchall()
assert found == [(len(ids), len({line["article"] for line in lines}))], found
again = duckdb.sql(f"SELECT count(*) FROM read_csv('{folder}/marks.csv', all_varchar=true)").fetchall()
assert again == [(len(ids),)], again

collection = json.load(open(folder / "marks.jsonld", encoding="utf-8"))
items = collection["first"]["items"]
assert collection["type"] == "AnnotationCollection" and collection["total"] == len(items)
marks = {item["id"] for item in items if item.get("motivation") != "linking"}
assert marks == {f"urn:uuid:{id}" for id in ids}
for item in items:
    assert item["type"] == "Annotation" and item["target"] and item["id"].startswith("urn:uuid:"), item

markdown = (folder / "marks.md").read_text(encoding="utf-8")
assert markdown.count("- marked by: ") == len(ids) and "<" not in markdown.replace("&lt;", "")

# Strict: the first thing that is not HTML is an error.
page = (folder / "report.html").read_text(encoding="utf-8")
tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
names = {element.tag for element in tree.iter() if isinstance(element.tag, str)}
assert "script" not in names and not names & {"img", "link", "iframe", "object", "embed", "form"}, names
for element in tree.iter():
    for name, value in element.attrib.items():
        assert not str(name).startswith("on"), (element.tag, name)
        assert name not in ("src", "href") or value.startswith("#"), (element.tag, name, value)
report = json.load(open(folder / "report.json", encoding="utf-8"))
assert sum(len(article["marks"]) for article in report["articles"]) == len(ids)

# A folder of 10,000 articles: the same ones over and over, each with ids of its own.
articles = sorted({line["article"] for line in lines})
with open(folder / "many.ndjson", "w", encoding="utf-8") as many:
    for nth in range(-(-10_000 // len(articles))):
        for line in lines:
            links = [{**link, "to": f"{nth}-{link['to']}"} for link in line["links"]]
            copy = {**line, "article": f"{nth}/{line['article']}", "id": f"{nth}-{line['id']}", "links": links}
            many.write(json.dumps(copy, ensure_ascii=False) + "\n")

print(f"{len(ids)} marks told alike by csv, tsv, xlsx, ndjson, w3c, markdown and the report")
