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

# Name, page, width and height in CSS pixels, colour scheme. A height of 0 takes the whole page.
PICTURES = (
    ("overview", f"{EDITION}/en/index.html", 1280, 1700, "light"),
    ("target", f"{EDITION}/en/targets/2.4/index.html", 1280, 0, "light"),
    ("target-arabic", f"{EDITION}/ar/targets/2.4/index.html", 1280, 1700, "light"),
    ("target-arabic-phone", f"{EDITION}/ar/targets/2.4/index.html", 390, 1700, "light"),
    ("overview-chinese", f"{EDITION}/zh/index.html", 1280, 1700, "light"),
    ("target-dark", f"{EDITION}/en/targets/2.2/index.html", 1280, 1300, "dark"),
    ("changes", "connect-2030/en/changes/index.html", 1280, 1700, "light"),
    ("area", "isles/en/areas/avm/index.html", 1280, 0, "light"),
    ("indicator", "isles/en/indicators/internet-use/index.html", 1280, 2200, "light"),
)

# Name, page, number of the PDF's page.
PRINTED = (("target-print", f"{EDITION}/en/targets/2.4/index.html", 1),)


def compact(picture: pathlib.Path) -> None:
    """Flat drawings need no more than 256 colours, if the rare ones of small marks are among them."""
    with Image.open(picture) as image:
        image.convert("RGB").quantize(256, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(picture, optimize=True)


def main(sites: pathlib.Path, images: pathlib.Path) -> None:
    with sync_playwright() as playwright:
        browser = launched(playwright)
        for name, path, width, height, scheme in PICTURES:
            page = browser.new_page(
                viewport={"width": width, "height": height or 900}, color_scheme=scheme, reduced_motion="reduce"
            )
            page.goto((sites / path).absolute().as_uri())
            picture = images / f"{name}.png"
            page.screenshot(path=picture, full_page=height == 0)
            page.close()
            compact(picture)
        with tempfile.TemporaryDirectory() as folder:
            for name, path, number in PRINTED:
                page = browser.new_page()
                page.goto((sites / path).absolute().as_uri())
                pdf = pathlib.Path(folder) / f"{name}.pdf"
                page.pdf(path=pdf, prefer_css_page_size=True)
                page.close()
                subprocess.run(
                    ["pdftoppm", "-r", "96", "-png", "-singlefile", "-f", str(number), "-l", str(number), pdf,
                     images / name],
                    check=True,
                )
                compact(images / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
