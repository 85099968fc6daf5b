"""Sorts and searches the tables of built sites with real clicks and keys.

usage: check_tables.py SITE...

Of one page of each language that has a table of areas: every column sorts by keyboard with gaps last and says so, a third press
brings the written order back, a search leaves the rows that fit and says how many, the address restores the view and keeps what
others put there, and without a script the table is whole. Of the first registers of each language the first filter leaves the records with each
of its words. Ends with the line "N passed, N failed" and exit code 1 when something
failed.
"""

import pathlib
import sys

from playwright.sync_api import sync_playwright

from browser import Tally, launched

# Every row that is seen: its name, and for each column the number that it is sorted by.
ROWS = """
() => [...document.querySelectorAll("#areas tbody tr")].filter(row => row.getClientRects().length).map(row =>
  [...row.cells].map((cell, index) => index === 0 ? cell.textContent : cell.dataset.value === undefined ? null
    : Number(cell.dataset.value)))
"""


def in_order(values: list[float | None], descending: bool) -> bool:
    """Whether numbers are in order and gaps come last."""
    known = [value for value in values if value is not None]
    if values[: len(known)] != known:
        return False
    return known == sorted(known, reverse=descending)


def sort_by_keyboard(page, check: Tally) -> None:
    written = page.evaluate(ROWS)
    heads = page.locator("#areas thead th")
    written_head = page.locator("#areas thead th[aria-sort]").get_attribute("data-key")
    for index in range(heads.count()):
        head = heads.nth(index)
        kind = head.get_attribute("data-kind")
        key = head.get_attribute("data-key")
        if kind is None or kind == "text" or key == written_head:
            continue
        first = "ascending" if kind == "rank" else "descending"
        second = "descending" if first == "ascending" else "ascending"
        head.locator("button").focus()
        for direction in (first, second):
            page.keyboard.press("Enter")
            values = [row[index] for row in page.evaluate(ROWS)]
            check.that(head.get_attribute("aria-sort") == direction, f"{key} says {direction}")
            check.that(in_order(values, direction == "descending"), f"{key} is {direction}")
            sign = "-" if direction == "descending" else ""
            check.that(f"sort.areas={sign}{key}" in page.url, f"{key} {direction} stands in {page.url}")
        page.keyboard.press("Space")
        check.that(page.evaluate(ROWS) == written, f"a third press of {key} brings back the written order")
        check.that("sort.areas" not in page.url, f"the written order needs no address: {page.url}")


def search(page, check: Tally) -> None:
    written = page.evaluate(ROWS)
    field = page.locator("#areas-find")
    status = page.locator("#areas-rows")
    check.that(str(len(written)) in status.text_content(), "the number of all rows is said")
    name = written[len(written) // 2][0]
    page.get_by_label(field.evaluate("field => field.labels[0].textContent.trim()")).focus()
    page.keyboard.type(name.upper()[:6])
    left = page.evaluate(ROWS)
    wanted = [row for row in written if name.lower()[:6] in row[0].lower()]
    check.that(left == wanted, f"{name[:6]} leaves {len(left)} rows")
    check.that(str(len(wanted)) in status.text_content(), "the number of rows left is said")
    page.keyboard.type("zzz")
    check.that(page.evaluate(ROWS) == [], "a search for nonsense leaves no row")
    page.keyboard.press("Escape")
    check.that(page.evaluate(ROWS) == written, "Escape brings all rows back")
    check.that("find.areas" not in page.url, f"no search stands in {page.url}")


def share(browser, page, address: str, check: Tally) -> None:
    page.goto(address + "?chart.at=2020&lang#here")
    page.locator("#areas thead [data-key=value] button").click()
    name = page.evaluate(ROWS)[3][0]
    page.locator("#areas-find").fill(name)
    check.that("chart.at=2020" in page.url and page.url.endswith("#here"), f"other keys are kept: {page.url}")
    other = browser.new_page()
    other.goto(page.url)
    check.that(other.evaluate(ROWS) == page.evaluate(ROWS), "a shared address shows the same rows")
    check.that(other.locator("#areas-find").input_value() == name, "a shared address fills the field")
    other.locator("#areas-find").fill("")
    column = other.evaluate("[...document.querySelectorAll('#areas thead th')].findIndex(th => th.dataset.key === 'value')")
    values = [row[column] for row in other.evaluate(ROWS)]
    check.that(in_order(values, descending=True), "a shared address keeps the order")
    other.close()


def without_script(browser, address: str, count: int, check: Tally) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    check.that(page.locator("#areas tbody tr").count() == count, "without a script every row is there")
    check.that(not page.locator("#areas-find").is_visible(), "without a script no field is seen")
    check.that(page.locator("#areas button").count() == 0, "without a script no button is there")
    context.close()


def filter_records(browser, file: pathlib.Path, check: Tally) -> None:
    """A list of records leaves those with the word that is chosen, and its address keeps the choice."""
    page = browser.new_page(reduced_motion="reduce")
    page.on("pageerror", lambda error: check.that(False, f"no script error: {error}"))
    page.goto(file.as_uri())
    shown = "() => [...document.querySelectorAll('#records tbody tr')].filter(row => row.getClientRects().length).length"
    count = page.evaluate(shown)
    lists = page.locator("p.find select")
    if lists.count():
        words = lists.first.evaluate("list => [...list.options].map(option => option.value)")
        sums = []
        for word in words[1:]:
            lists.first.select_option(word)
            sums.append(page.evaluate(shown))
            check.that(0 < sums[-1] < count, f"{word} leaves {sums[-1]} of {count} records")
            check.that(str(sums[-1]) in page.locator("#records-rows").text_content(), "the number of records left is said")
        check.that(sum(sums) == count, "every record has one of the words")
        page.goto(page.url)
        check.that(lists.first.input_value() == words[-1], "a shared address keeps the choice")
        check.that(page.evaluate(shown) == sums[-1], "a shared address shows the same records")
        lists.first.select_option("")
        check.that("only." not in page.url, f"no choice stands in {page.url}")
    page.close()


def main(sites: list[str]) -> int:
    check = Tally()
    with sync_playwright() as playwright:
        browser = launched(playwright)
        for site in map(pathlib.Path, sites):
            for language in sorted(path for path in site.iterdir() if (path / "indicators").is_dir()):
                pages = sorted((language / "indicators").glob("*/index.html"))
                with_areas = [page for page in pages if 'id="areas"' in page.read_text(encoding="utf-8")]
                for file in with_areas[:1] + with_areas[-1:]:
                    print(file.relative_to(site.parent))
                    page = browser.new_page(reduced_motion="reduce")
                    page.on("pageerror", lambda error: check.that(False, f"no script error: {error}"))
                    page.goto(file.as_uri())
                    count = len(page.evaluate(ROWS))
                    sort_by_keyboard(page, check)
                    search(page, check)
                    share(browser, page, file.as_uri(), check)
                    page.close()
                    without_script(browser, file.as_uri(), count, check)
                for file in sorted((language / "registers").glob("*/index.html"))[:8]:
                    print(file.relative_to(site.parent))
                    filter_records(browser, file, check)
        browser.close()
    return check.end()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
