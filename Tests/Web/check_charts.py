"""Reads the charts of built sites in headless Chromium by keyboard, pointer and touch, and shares what is seen.

usage: check_charts.py SITE...

On every page template that has charts, at 1280 and 320 px: each value of each chart is reached by keyboard, and the line below
the chart says what the value's text says. On pages that offer them: series brought into colour and periods chosen stay in
the address, in a shared link and in another language, and touch nothing. Ends with the line "N passed, N failed" and exit
code 1 when something failed.
"""

import pathlib
import sys
from collections.abc import Iterator

from playwright.sync_api import Browser, Page, sync_playwright

from browser import WIDTHS, Tally, launched
from pages import templates
from probes import CLASHES

# Every value of the drawing of a chart that is in sight: its name and what must be read at it.
READINGS = """
plot => {
  const parse = svg => [...svg.querySelectorAll(".series")].map(({ dataset: { key, title, readings } }) =>
    [key, title, (readings ?? "").split("\\n").filter(Boolean).map(line => line.split(" "))]);
  const drawings = [...plot.querySelectorAll("svg.chart")];
  const words = new Map(parse(drawings[0]).flatMap(([key, title, readings]) =>
    readings.map(([, , name, ...text]) => [name + " " + key, (title ? title + " " : "") + text.join(" ")])));
  return parse(drawings.find(svg => svg.getClientRects().length)).filter(([, , readings]) => readings.length)
    .map(([key, , readings]) => readings.map(([x, y, name]) => [+x, +y, words.get(name + " " + key)]));
}
"""

# How keys lead through a chart: back to the first series, to the next one, and along it.
KEYS = {
    "across": ("ArrowUp", "ArrowDown", "ArrowRight"),
    "panels": ("ArrowUp", "ArrowDown", "ArrowRight"),
    "down": ("ArrowLeft", "ArrowRight", "ArrowDown"),
    "around": ("Home", "PageDown", "PageDown"),
}

MARK = """
plot => {
  const box = plot.querySelector(".at")?.getBBox();
  return box && [box.x + box.width / 2, box.y + box.height / 2];
}
"""

# The drawing in sight, so that two of them can be compared.
DRAWN = """
plot => [...plot.querySelector("svg.chart:not([style*=none])").querySelectorAll("path,circle,text")]
  .filter(node => getComputedStyle(node).display !== "none" && !node.closest(".at"))
  .map(node => [node.textContent, ...["d", "cx", "x", "y"].map(name => node.getAttribute(name))].join("|"))
"""


class Failure(Exception):
    """What is wrong, in a sentence."""


def expect(condition: bool, words: str) -> None:
    if not condition:
        raise Failure(words)


def open_page(browser: Browser, address: str, width: int, **options) -> Page:
    page = browser.new_page(viewport={"width": width, "height": 900}, reduced_motion="reduce", **options)
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    page.errors = []
    page.goto(address)
    return page


def settled(page: Page) -> str:
    """The address, once what was chosen has been written into it."""
    page.wait_for_function("!view.changes.size")
    return page.evaluate("location.href")


def walk(figure) -> None:
    """Every value of a chart by keyboard."""
    plot = figure.locator(".plot")
    readout = figure.locator(".readout")
    series = plot.evaluate(READINGS)
    wanted = [text for readings in series for _, _, text in readings]
    if not wanted:
        expect(readout.is_hidden(), "a chart without values offers them")
        return
    back, aside, along = KEYS[plot.get_attribute("data-steps")]
    plot.focus()
    hint = readout.inner_text()
    read = set()

    def press(key: str) -> None:
        plot.press(key)
        read.add(readout.text_content())

    press("Home")
    for _ in series:
        press(back)
    for _ in series:
        press("Home")
        for _ in range(max(map(len, series)) - 1):
            press(along)
        press(aside)
    missing = [text for text in wanted if text not in read]
    expect(not missing, f"keys do not lead to {len(missing)} of {len(wanted)} values: {missing[:3]}")
    expect(read <= set(wanted), f"it reads {sorted(read - set(wanted))[:3]}")
    expect(plot.evaluate(MARK) is not None, "the value that is read is not marked")
    plot.press("Escape")
    expect(readout.inner_text() == hint, "Escape does not end the reading")
    expect(plot.evaluate(MARK) is None, "Escape leaves the mark")


def point(figure, touch: bool) -> None:
    """The value under a pointer or finger, in the middle of every series."""
    plot = figure.locator(".plot")
    series = plot.evaluate(READINGS)
    if not series:
        return
    svg = plot.locator("svg.chart:visible")
    svg.scroll_into_view_if_needed()
    width = float(svg.get_attribute("viewBox").split()[2])
    for readings in series:
        x, y, text = readings[len(readings) // 2]
        texts = {other for values in series for ox, oy, other in values if (ox, oy) == (x, y)}
        box = svg.bounding_box()
        scale = box["width"] / width
        place = (box["x"] + x * scale, box["y"] + y * scale)
        if touch:
            plot.page.touchscreen.tap(*place)
        else:
            plot.page.mouse.move(*place)
        said = figure.locator(".readout").text_content()
        expect(said in texts, f"at the place of {text!r} it reads {said!r}")
    if not touch:
        plot.page.mouse.move(1, 1)
        expect(plot.evaluate(MARK) is None, "the mark stays when the pointer leaves")


def share(browser: Browser, address: str, width: int) -> None:
    """A value that is read is in the address, which other scripts' names keep, and leads back to it."""
    page = open_page(browser, address + "?sort.areas=name", width)
    figure = page.locator("figure.drawn:has(.readout:visible)").first
    plot = figure.locator(".plot")
    plot.focus()
    for key in ("End", "ArrowLeft", "ArrowUp", "ArrowDown"):
        plot.press(key)
    said = figure.locator(".readout").text_content()
    mark = plot.evaluate(MARK)
    url = settled(page)
    name = figure.get_attribute("id") + ".at="
    expect(name in url and "sort.areas=name" in url, f"the address is {url}")
    other = open_page(browser, url, width)
    figure = other.locator("figure.drawn:has(.readout:visible)").first
    expect(figure.locator(".readout").text_content() == said, f"the shared address does not read {said!r}")
    expect(figure.locator(".plot").evaluate(MARK) == mark, "the shared address marks another place")
    figure.locator(".plot").press("Escape")
    expect(name not in settled(other), "Escape leaves the value in the address")
    page.close()
    other.close()


def choose(browser: Browser, address: str, width: int) -> None:
    """Series in colour and a range of periods: in the drawing, in the address, in a shared link, and back."""
    page = open_page(browser, address, width)
    figure = page.locator("figure.drawn:has(.choose:visible)").first
    plot, panel = figure.locator(".plot"), figure.locator(".choose")
    before = plot.evaluate(DRAWN)
    boxes = panel.locator("input")
    name = figure.get_attribute("id")
    if boxes.count():
        expect(boxes.locator("nth=4").is_disabled(), "a fifth series may be brought into colour")
        boxes.locator("nth=1").uncheck()
        boxes.locator("nth=5").check()
        colour = plot.evaluate(
            "(plot, key) => [...plot.querySelectorAll(`[data-key='${key}']`)].map(node => node.classList[1]).join()",
            boxes.locator("nth=5").get_attribute("value"),
        )
        expect(colour == "c2,c2", f"the chosen series has the colour {colour}")
    selects = panel.locator("select")
    if selects.count():
        options = selects.first.locator("option").evaluate_all("all => all.map(({ value }) => value)")
        selects.first.select_option(options[4])
        selects.last.select_option(options[-3])
        plot.press("Home")
        first = figure.locator(".readout").text_content()
        plot.press("End")
        kept = figure.locator(".readout").text_content()
        expect(f".at={options[4]}" in settled(page) or first != kept, "the chosen periods are not shown")
        x0, x1 = [float(place) for place in plot.locator("svg:visible").get_attribute("data-time").split()[1::2]]
        xs = plot.evaluate(
            """plot => [...plot.querySelectorAll("svg.chart")].find(svg => svg.getClientRects().length)
              .querySelectorAll("circle:not(.at)").values().filter(node => node.getClientRects().length)
              .map(node => +node.getAttribute("cx")).toArray()"""
        )
        expect(all(x0 - 1 <= x <= x1 + 1 for x in xs), f"values lie outside the chosen periods: {xs}")
    expect(page.evaluate(CLASHES) == [], f"{page.evaluate(CLASHES)}")
    chosen = plot.evaluate(DRAWN)
    expect(chosen != before, "nothing changes in the drawing")
    plot.focus()
    plot.press("End")
    said = figure.locator(".readout").text_content()
    url = settled(page)
    shared = open_page(browser, url, width)
    again = shared.locator(f"#{name}")
    expect(again.locator(".plot").evaluate(DRAWN) == chosen, "the shared address is drawn in another way")
    expect(again.locator(".readout").text_content() == said, "the shared address reads another value")
    shared.close()
    page.reload()
    for select, place in ((selects.first, 0), (selects.last, -1)) if selects.count() else ():
        select.select_option(options[place])
    if boxes.count():
        boxes.locator("nth=5").uncheck()
        boxes.locator("nth=1").check()
    plot.focus()
    plot.press("Escape")
    expect("?" not in settled(page), f"the first view has the address {page.url}")
    expect(sorted(plot.evaluate(DRAWN)) == sorted(before), "the first view does not come back")
    page.close()


def switch(browser: Browser, address: str, width: int) -> None:
    """Another language keeps the place and the view."""
    page = open_page(browser, address, width)
    links = page.locator("a[hreflang]:visible")
    if not links.count():
        page.close()
        return
    figure = page.locator("figure.drawn:has(.readout:visible)").first
    name = figure.get_attribute("id")
    figure.locator(".plot").focus()
    for key in ("Home", "ArrowRight"):
        figure.locator(".plot").press(key)
    select = figure.locator("select")
    if select.count():
        select.first.select_option(index=1)
    link = links.last
    link.focus()
    with page.expect_navigation():
        link.press("Enter")
    figure = page.locator(f"#{name}")
    expect(f"{name}.at=" in page.url, f"the other language is at {page.url}")
    expect(figure.locator(".reads").count() == 1, "the other language does not read the value")
    if select.count():
        expect(figure.locator("select").first.evaluate("select => select.selectedIndex") == 1, "the periods are lost")
    page.evaluate("name => document.getElementById(name).scrollIntoView()", name)
    if page.evaluate("scrollY > innerHeight / 4"):
        with page.expect_navigation():
            page.locator("a[hreflang]").first.dispatch_event("click")
        expect("#" in page.url, f"the place is lost: {page.url}")
    page.close()


def checks(browser: Browser, site: pathlib.Path) -> Iterator[tuple[str, object]]:
    """What there is to check, with its name."""
    seen = set()
    for file in templates(site):
        text = file.read_text(encoding="utf-8")
        # One page of each template and language of the latest edition.
        template = (*file.relative_to(site).parts[:2], 'class="choose"' in text)
        if "data-readings" not in text or template[0] == "editions" or template in seen:
            continue
        seen.add(template)
        address = file.as_uri()
        for width in WIDTHS:
            name = f"{file.relative_to(site.parent)} at {width} px"

            def figures(check, *extra, **options):
                page = open_page(browser, address, width, **options)
                for figure in page.locator("figure.drawn").all():
                    try:
                        check(figure, *extra)
                    except Failure as failure:
                        raise Failure(f"#{figure.get_attribute('id')}: {failure}") from failure
                expect(not page.errors, f"script error: {page.errors}")
                page.close()

            yield f"{name}: keys", lambda: figures(walk)
            yield f"{name}: pointer", lambda: figures(point, False)
            yield f"{name}: touch", lambda: figures(point, True, has_touch=True)
            yield f"{name}: shared", lambda: share(browser, address, width)
            if template[2]:
                yield f"{name}: choices", lambda: choose(browser, address, width)
            yield f"{name}: language", lambda: switch(browser, address, width)


def main(sites: list[str]) -> int:
    tally = Tally()
    with sync_playwright() as playwright:
        browser = launched(playwright)
        for site in map(pathlib.Path, sites):
            for name, check in checks(browser, site):
                try:
                    check()
                    tally.note(name, [])
                except Failure as failure:
                    tally.note(name, [str(failure)])
        browser.close()
    return tally.end()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
