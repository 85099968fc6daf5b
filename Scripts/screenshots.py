"""Takes the pictures of docs/images from built sites.

usage: screenshots.py SITES IMAGES
"""

import pathlib
import subprocess
import sys
import tempfile

from PIL import Image
from playwright.sync_api import sync_playwright

from browser import launched

# The edition of the report is shown, because most of its targets can be assessed.
EDITION = "connect-2030/editions/c20-35"

# Name, page, width in CSS pixels, what comes after the picture (nothing: the whole page), colour scheme.
PICTURES = (
    ("overview", f"{EDITION}/en/index.html", 1280, "section.goal:nth-of-type(4)", "light"),
    ("target", f"{EDITION}/en/targets/2.4/index.html", 1280, "", "light"),
    ("target-arabic", f"{EDITION}/ar/targets/2.4/index.html", 1280, "figure#methods", "light"),
    ("target-arabic-phone", f"{EDITION}/ar/targets/2.4/index.html", 390, ".ledger", "light"),
    ("overview-chinese", f"{EDITION}/zh/index.html", 1280, "section.goal:nth-of-type(4)", "light"),
    ("target-dark", f"{EDITION}/en/targets/2.2/index.html", 1280, "main h2", "dark"),
    ("report", f"{EDITION}/en/report/progress/index.html", 1280, "main h2", "light"),
    ("changes", "connect-2030/en/changes/index.html", 1280, "main h2:nth-of-type(2)", "light"),
    ("area", "isles/en/areas/avm/index.html", 1280, "", "light"),
    ("indicator", "isles/en/indicators/internet-use/index.html", 1280, "main h2:nth-of-type(2)", "light"),
    ("index", "isles/en/indices/connected-isles/index.html", 1280, "main .find", "light"),
    ("survey", "isles/en/surveys/schools-online/index.html", 1280, "main h3:nth-of-type(2)", "light"),
    ("map", "isles/en/maps/connected-schools/index.html", 1280, "main h2", "light"),
)

# Name, page, number of the PDF's page.
PRINTED = (("target-print", f"{EDITION}/en/targets/2.4/index.html", 1),)

# Name, report as PDF, number of its page.
SHEETS = (("report-sheet", "report-en.pdf", 23), ("report-sheet-arabic", "report-ar.pdf", 5))


def compact(picture: pathlib.Path) -> None:
    """Without a channel for what shines through."""
    with Image.open(picture) as image:
        image.convert("RGB").save(picture, optimize=True)


def sheet(pdf: pathlib.Path, number: int, picture: pathlib.Path) -> None:
    """One page of a PDF."""
    page = str(number)
    subprocess.run(
        ["pdftoppm", "-r", "96", "-png", "-singlefile", "-f", page, "-l", page, pdf, picture.with_suffix("")], check=True
    )
    compact(picture)


def main(sites: pathlib.Path, images: pathlib.Path) -> None:
    with sync_playwright() as playwright:
        browser = launched(playwright)
        for name, path, width, end, scheme in PICTURES:
            page = browser.new_page(
                viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
            )
            page.goto((sites / path).absolute().as_uri())
            picture = images / f"{name}.png"
            clip = None
            if end:
                place = page.locator(end).first.evaluate("e => e.getBoundingClientRect().top + scrollY")
                clip = {"x": 0, "y": 0, "width": width, "height": int(place) - 8}
            page.screenshot(path=picture, full_page=True, clip=clip)
            page.close()
            compact(picture)
        with tempfile.TemporaryDirectory() as folder:
            for name, path, number in PRINTED:
                page = browser.new_page()
                page.goto((sites / path).absolute().as_uri())
                pdf = pathlib.Path(folder) / f"{name}.pdf"
                page.pdf(path=pdf, prefer_css_page_size=True)
                page.close()
                sheet(pdf, number, images / f"{name}.png")
        for name, file, number in SHEETS:
            sheet(sites / file, number, images / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
