"""Searches built sites in headless Chromium as a reader does, from their folder.

usage: check_search.py SITES

SITES holds `connect-2030` and `isles`. Ends with the line "N passed, N failed" and exit code 1 when something failed.
"""

import pathlib
import sys

from playwright.sync_api import sync_playwright

from browser import Tally, launched

FIELD = "form.search input[type=search]"
LINKS = ".found li a"
STATUS = "form.search [role=status]"

tally = Tally()
claim = tally.that


def address(page) -> str:
    return page.url.split("/en/")[-1].split("/ar/")[-1].split("/zh/")[-1].split("/fr/")[-1]


def texts(page) -> list[str]:
    return page.locator(LINKS).all_inner_texts()


def ask(page, query: str) -> list[str]:
    """The results for a query."""
    page.fill(FIELD, query)
    page.wait_for_function("() => document.querySelector('form.search [role=status]').textContent")
    return texts(page)


def look_up(page, site: pathlib.Path) -> None:
    """By pointer and keys on an English page."""
    start = (site / "en/targets/2.4/index.html").absolute().as_uri()
    page.goto(start)
    claim(page.evaluate("!document.querySelector('script[src*=search-index]')"), "the index is read when it is used")
    page.keyboard.press("/")
    claim(page.evaluate(f"document.activeElement === document.querySelector('{FIELD}')"), "the key / leads to the field")
    page.keyboard.type("2.4")
    page.wait_for_selector(LINKS)
    claim("Target 2.4" in texts(page)[0], "an id is the first result")
    claim(page.input_value(FIELD) == "2.4", "the key / is not written")
    claim(page.inner_text(STATUS).startswith("Results: "), "the number of results is announced")
    page.keyboard.type("/")
    claim(page.input_value(FIELD) == "2.4/", "in the field the key / is a sign like any other")

    first = ask(page, "Internet use")[0]
    page.keyboard.press("ArrowDown")
    claim(page.evaluate("document.activeElement.closest('.found') !== null"), "an arrow leads to the first result")
    claim(page.evaluate("document.activeElement.innerText") == first, "the first result comes first")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    claim(page.evaluate(f"document.activeElement === document.querySelector('{FIELD}')"), "an arrow leads back")
    page.keyboard.press("ArrowDown")
    page.keyboard.type("x")
    claim(page.input_value(FIELD).endswith("x"), "who goes on writing goes on in the field")

    ask(page, "telecommunication bureau")
    claim(page.locator(LINKS).count() > 3, "an owner is found")
    page.keyboard.press("Escape")
    claim(not page.locator(".found").is_visible(), "Escape closes the results")
    claim(page.url == start, "and does not lead away")
    ask(page, "zzqx")
    claim(page.inner_text(STATUS) == "Nothing found for “zzqx”.", "no result is said in a sentence")
    claim(page.locator(LINKS).count() == 0, "and none is shown")
    ask(page, "R.1-A")
    page.keyboard.press("Enter")
    page.wait_for_url("**/outcomes/r.1-a/index.html")
    claim(address(page) == "outcomes/r.1-a/index.html", "Enter opens the first result")

    ask(page, "target 1.2")
    claim("Target 1.2" in texts(page)[0], "a kind and an id find the element")
    page.locator(LINKS).first.click()
    page.wait_for_url("**/targets/1.2/index.html")
    claim(address(page) == "targets/1.2/index.html", "a result is a link")


def turn_off(page, site: pathlib.Path) -> None:
    """A key of one sign can be turned off."""
    page.goto((site / "en/index.html").absolute().as_uri())
    page.click(FIELD)
    ask(page, "goal")
    page.uncheck(".found input[type=checkbox]")
    claim(page.locator(".found").is_visible(), "the choice does not close the results")
    page.goto((site / "en/data/index.html").absolute().as_uri())
    page.keyboard.press("/")
    claim(page.evaluate("document.activeElement === document.body"), "the key / can be turned off")
    page.click(FIELD)
    ask(page, "goal")
    page.check(".found input[type=checkbox]")
    page.mouse.click(5, 5)
    claim(not page.locator(".found").is_visible(), "a click beside it closes the results")


def other_scripts(page, site: pathlib.Path) -> None:
    page.goto((site / "ar/indicators/internet-use/index.html").absolute().as_uri())
    page.click(FIELD)
    plain = ask(page, "الانترنت")
    claim(len(plain) > 3, "alif without hamza finds alif with it")
    claim(ask(page, "الإنترنت") == plain and ask(page, "الانترنـت") == plain, "hamza and tatweel make no difference")
    claim(ask(page, "الغاية ٢.٤") == ask(page, "الغاية 2.4"), "nor do the digits")
    box = page.locator(".found").bounding_box()
    claim(box["x"] >= 0 and box["x"] + box["width"] <= 1280, "the results are within the page")
    claim(page.evaluate("getComputedStyle(document.querySelector('.found')).direction") == "rtl", "and mirrored")
    page.goto((site / "zh/index.html").absolute().as_uri())
    page.click(FIELD)
    claim(len(ask(page, "互联网")) > 3, "Chinese signs are found without blanks")
    claim(len(ask(page, "网联互")) > 0, "and in any order")


def folded(page, site: pathlib.Path) -> None:
    page.goto((site / "fr/index.html").absolute().as_uri())
    page.click(FIELD)
    claim(ask(page, "menages") == ask(page, "MÉNAGES") and len(texts(page)) > 0, "marks and capitals make no difference")
    page.set_viewport_size({"width": 320, "height": 700})
    box = page.locator(".found").bounding_box()
    claim(box["x"] >= 0 and box["x"] + box["width"] <= 320, "the results fit a small screen")
    claim(page.evaluate("document.scrollingElement.scrollWidth") <= 320, "which does not scroll sideways")


def main(sites: pathlib.Path) -> int:
    with sync_playwright() as playwright:
        browser = launched(playwright)
        for part, name in (
            (look_up, "connect-2030"), (turn_off, "connect-2030"), (other_scripts, "connect-2030"), (folded, "isles")
        ):
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            page.on("pageerror", lambda error: claim(False, f"no script error: {error}"))
            page.on("request", lambda request: claim(request.url.startswith("file:"), f"no request for {request.url}"))
            part(page, sites / name)
            page.close()
        plain = browser.new_context(java_script_enabled=False).new_page()
        plain.goto((sites / "isles/en/index.html").absolute().as_uri())
        claim(not plain.locator(FIELD).is_visible(), "without script there is no field")
        plain.click(".find > a")
        claim(plain.url.endswith("/en/a-z/index.html"), "but a link to the index")
        browser.close()
    return tally.end()


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
