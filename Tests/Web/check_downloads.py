"""Opens what a site offers for download, as its readers' programs would.

usage: check_downloads.py SITE...

Every link with `download` leads to a file. Every workbook opens, its sheets hold what the CSV file beside it holds, its
numbers are numbers and none of its cells is a formula. Every JSON file parses and has as many values as the table. Every
drawing is XML with its own style. Ends with the line "N passed, N failed" and exit code 1 when something failed.
"""

import csv
import html.parser
import json
import math
import pathlib
import sys
import warnings
from xml.etree import ElementTree

import openpyxl

from browser import Tally

SVG = "{http://www.w3.org/2000/svg}"


class Links(html.parser.HTMLParser):
    """The addresses of a page's links with `download`."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        if tag == "a" and "download" in names:
            self.addresses.append(names["href"] or "")


def page_problems(page: pathlib.Path) -> list[str]:
    links = Links()
    links.feed(page.read_text(encoding="utf-8"))
    return [f"no file at {address}" for address in links.addresses if not (page.parent / address).resolve().is_file()]


def text_of(cell: str) -> str:
    """A text of a CSV file without the apostrophe that keeps it from being a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in "=+-@\t\r" else cell


def same(cell, text: str) -> bool:
    """Whether a cell of a workbook is that of the CSV file: a workbook keeps sixteen digits of a number."""
    if isinstance(cell.value, (int, float)):
        return cell.data_type == "n" and math.isclose(cell.value, float(text), rel_tol=1e-15, abs_tol=1e-300)
    return (cell.value or "") == text_of(text) and cell.data_type in "sn"


def workbook_problems(file: pathlib.Path) -> list[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        book = openpyxl.load_workbook(file)
    problems = []
    if book.sheetnames != ["Data", "About"]:
        problems.append(f"sheets are {book.sheetnames}")
    for sheet in book:
        formulas = [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
        if formulas:
            problems.append(f"{sheet.title} has formulas at {formulas[:3]}")
    with file.with_suffix(".csv").open(encoding="utf-8", newline="") as lines:
        table = list(csv.reader(lines))
    sheet = book["Data"]
    if sheet.max_row != len(table):
        return problems + [f"{sheet.max_row} rows where the CSV file has {len(table)}"]
    numbers = {index for index, name in enumerate(table[0]) if name.startswith(("OBS_VALUE", "COVERAGE", "LOW", "HIGH"))}
    for number, (cells, texts) in enumerate(zip(sheet.iter_rows(), table), 1):
        for index, text in enumerate(texts):
            cell = cells[index] if index < len(cells) else None
            if cell is None or cell.value is None:
                if text:
                    problems.append(f"row {number} lacks {text!r}")
            elif not same(cell, text):
                problems.append(f"{cell.coordinate} is {cell.value!r} where the CSV file has {text!r}")
            elif number > 1 and index in numbers and cell.data_type != "n":
                problems.append(f"{cell.coordinate} is no number")
    about = {row[0].value for row in book["About"].iter_rows()}
    problems += [f"About lacks {name!r}" for name in ("Edition", "As of", "Cite as") if name not in about]
    return problems[:10]


def document_problems(file: pathlib.Path) -> list[str]:
    document = json.loads(file.read_text(encoding="utf-8"))
    table = file.with_suffix(".csv")
    if "observations" not in document:
        return []
    with table.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row.get("SERIES", "observed") == "observed"]
    if len(document["observations"]) != len(rows):
        return [f"{len(document['observations'])} values where the CSV file has {len(rows)}"]
    return []


def drawing_problems(file: pathlib.Path) -> list[str]:
    root = ElementTree.parse(file).getroot()
    problems = [] if root.tag == SVG + "svg" else [f"the root is {root.tag}"]
    style = root.findtext(SVG + "style") or ""
    if "data-" in file.read_text(encoding="utf-8").split("</style>")[1].split("<text")[0]:
        problems.append("marks for scripts")
    if not style:
        problems.append("no style")
    if not root.findtext(SVG + "title"):
        problems.append("no title")
    return problems


CHECKS = (
    ("**/index.html", page_problems),
    ("**/data/**/*.xlsx", workbook_problems),
    ("**/data/**/*.json", document_problems),
    ("**/targets/*/*.svg", drawing_problems),
    ("**/indicators/*/*.svg", drawing_problems),
)


def main(sites: list[str]) -> int:
    tally = Tally()
    for site in map(pathlib.Path, sites):
        for pattern, problems_of in CHECKS:
            for file in sorted(site.glob(pattern)):
                try:
                    problems = problems_of(file)
                except Exception as error:  # whatever a reader's program would stop at
                    problems = [f"does not open: {error}"]
                tally.note(str(file.relative_to(site.parent)), problems)
    return tally.end()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
