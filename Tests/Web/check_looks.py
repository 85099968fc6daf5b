"""Looks at built sites on dark ground, in colours that the reader forces, and on paper.

usage: check_looks.py SITES

SITES is a folder with the sites connect-2030, isles, and isles-in-a-frame: the isles with templates for head and foot.
Ends with the line "N passed, N failed" and exit code 1 when something failed.
"""

import pathlib
import subprocess
import sys
import tempfile

from playwright.sync_api import sync_playwright

from browser import WIDTHS, Tally, launched
from check_site import look

PAGES = (
    "connect-2030/en/index.html",
    "connect-2030/editions/c20-35/en/targets/2.4/index.html",
    "connect-2030/editions/c20-35/ar/targets/2.4/index.html",
    "connect-2030/zh/indicators/internet-use/index.html",
    "isles/en/index.html",
    "isles/fr/indicators/internet-use/index.html",
    "isles/en/areas/ald/index.html",
)
FRAMED = ("isles-in-a-frame/en/index.html", "isles-in-a-frame/editions/is-2024/fr/goals/1/index.html")

# Statuses, and series that are not context, that keep a colour of ours where the reader's own ink is asked for.
NOT_IN_INK = """
() => {
  const ink = getComputedStyle(document.body).color;
  return [...document.querySelectorAll("svg.mark, svg .c1, svg .c2, svg .c3")]
    .filter(mark => mark.getClientRects().length && getComputedStyle(mark).color !== ink)
    .map(mark => `"${mark.getAttribute("class")}" is not in the reader's ink`);
}
"""


def on_dark_ground(browser, file: pathlib.Path) -> list[str]:
    context = browser.new_context(color_scheme="dark", reduced_motion="reduce")
    problems = look(context, file, 1280)
    page = context.new_page()
    page.goto(file.as_uri())
    lightness = page.evaluate(
        "getComputedStyle(document.body).backgroundColor.match(/[0-9]+/g).reduce((sum, part) => sum + +part, 0)"
    )
    context.close()
    return problems + ([] if lightness < 150 else ["the ground is not dark"])


def in_forced_colours(browser, file: pathlib.Path) -> list[str]:
    problems = []
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme, forced_colors="active", reduced_motion="reduce")
        page = context.new_page()
        page.goto(file.as_uri())
        problems += page.evaluate(NOT_IN_INK)
        context.close()
    return sorted(set(problems))


def on_paper(browser, file: pathlib.Path, folder: pathlib.Path) -> list[str]:
    """Every sheet after the first says plan and edition, wide tables lie on turned sheets, and nothing to click is left."""
    # A reader whose system is dark prints on white paper all the same.
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(file.as_uri())
    head = page.evaluate("document.documentElement.dataset.running")
    turned = page.locator(".scroll.turned").count()
    pdf = folder / "page.pdf"
    page.emulate_media(media="print")
    clickable = page.evaluate(
        "[...document.querySelectorAll('header nav, main input, main select, .downloads')]"
        ".filter(part => part.getClientRects().length).map(part => part.tagName)"
    )
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.emulate_media()
    page.pdf(path=pdf, prefer_css_page_size=True)
    context.close()
    problems = [f"{name} is printed" for name in clickable]
    if ground != "rgb(255, 255, 255)":
        problems.append(f"paper is {ground}")
    sheets = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True)
    sheets = sheets.stdout.split("\f")[:-1]
    # Blanks may be those of typesetting; of Arabic the order of the words on the line is another.
    problems += [
        f"sheet {number} has no running head"
        for number, sheet in enumerate(sheets[1:], start=2)
        if "/ar/" not in str(file) and "".join(head.split()) not in "".join(sheet.lstrip().split("\n")[0].split())
    ]
    sizes = subprocess.run(["pdfinfo", "-l", "99", pdf], capture_output=True, text=True, check=True).stdout
    lying = [line for line in sizes.splitlines() if "size:" in line and "841.9" in line.split("size:")[1].split(" x ")[0]]
    if bool(lying) != bool(turned):
        problems.append(f"{turned} wide tables, {len(lying)} turned sheets")
    return problems


def in_its_frame(browser, file: pathlib.Path) -> list[str]:
    """A page with a head and a foot of the theme's own is as good as any other."""
    context = browser.new_context(reduced_motion="reduce")
    problems = [f"at {width} px: {problem}" for width in WIDTHS for problem in look(context, file, width)]
    context.close()
    return problems


def main(sites: pathlib.Path) -> int:
    tally = Tally()
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = launched(playwright)
        looks = [(name, "on dark ground", on_dark_ground) for name in PAGES + FRAMED]
        looks += [(name, "in forced colours", in_forced_colours) for name in PAGES]
        looks += [(name, "on paper", lambda browser, file: on_paper(browser, file, pathlib.Path(folder))) for name in PAGES]
        looks += [(name, "in its frame", in_its_frame) for name in FRAMED]
        for name, manner, check in looks:
            file = (sites / name).absolute()
            problems = check(browser, file) if file.exists() else ["there is no such page"]
            tally.note(f"{name} {manner}", problems)
        browser.close()
    return tally.end()


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
