"""Makes the reports of workspaces as files and looks at them.

usage: check_report.py PROGRAM FOLDER WORKSPACE...

Of every workspace with a report, in every language that has a chapter: the HTML file asks for nothing and holds a whole
document (`FOLDER/<workspace>/<language>/index.html`, for other checks to look at); the PDF file has the same bytes when it is made again,
is tagged, in its language and with its title, skips no level of heading, describes every figure, says what every head of a table
is head of, embeds every font, and its contents name the pages on which the headings stand.
Ends with the line "N passed, N failed" and exit code 1 when something failed.
"""

import pathlib
import re
import resource
import subprocess
import sys
from typing import Iterator

import pikepdf

from browser import Tally


def elements(node, roles: pikepdf.Dictionary) -> Iterator[tuple[str, pikepdf.Dictionary]]:
    """Every element of a structure with its role, in reading order."""
    if not isinstance(node, pikepdf.Dictionary):
        return
    role = str(node.get("/S", ""))
    yield str(roles.get(role, role)), node
    kids = node.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        yield from elements(kid, roles)


def attributes(node) -> list[pikepdf.Dictionary]:
    found = node.get("/A")
    return [entry for entry in (found if isinstance(found, pikepdf.Array) else [found]) if isinstance(entry, pikepdf.Dictionary)]


def structure_problems(pdf: pikepdf.Pdf) -> list[str]:
    root = pdf.Root.get("/StructTreeRoot")
    if root is None:
        return ["has no structure"]
    problems: list[str] = []
    level = 0
    nodes = list(elements(root, root.get("/RoleMap") or pikepdf.Dictionary()))
    # Cells name their heads; what heads a column of heads is named by none.
    has_names = any("/Headers" in entry for _, node in nodes for entry in attributes(node))
    for role, node in nodes:
        if heading := re.fullmatch("/H([1-6])", role):
            if int(heading[1]) > level + 1:
                problems.append(f"goes from heading {level} to {heading[1]}")
            level = int(heading[1])
        if role == "/Figure" and "/Alt" not in node and "/ActualText" not in node:
            problems.append("has a figure without a description")
        has_scope = any("/Scope" in entry for entry in attributes(node))
        if role == "/TH" and not has_scope and not ("/ID" in node and has_names):
            problems.append("has a head of a table that does not say of what")
    return problems


def document_problems(pdf: pikepdf.Pdf, language: str) -> list[str]:
    root = pdf.Root
    problems = []
    if not (root.get("/MarkInfo") or {}).get("/Marked"):
        problems.append("is not tagged")
    if str(root.get("/Lang", "")).split("-")[0] != language.split("-")[0]:
        problems.append(f"is in {root.get('/Lang')}")
    if not (root.get("/ViewerPreferences") or {}).get("/DisplayDocTitle"):
        problems.append("does not show its title")
    metadata = bytes(root.Metadata.read_bytes()).decode("utf-8", "replace") if "/Metadata" in root else ""
    problems += [f"metadata without {name}" for name in ("pdfuaid", "dc:title") if name not in metadata]
    for number, page in enumerate(pdf.pages, 1):
        if "/Annots" in page and page.get("/Tabs") != pikepdf.Name("/S"):
            problems.append(f"page {number}: links are not in the order of the structure")
        for font in ((page.get("/Resources") or {}).get("/Font") or {}).values():
            inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            if not any(name in inner.get("/FontDescriptor", {}) for name in ("/FontFile", "/FontFile2", "/FontFile3")):
                problems.append(f"page {number}: a font is not in the file")
    return problems


def unmarked(text: str) -> str:
    """Without blanks, which the structure has no account of, and marks of direction."""
    return re.sub(r"[\s\u200e\u200f\u2066-\u2069]", "", text)


def squeezed(text: str) -> str:
    """Unmarked; of Arabic only which letters it has, because pdfinfo gives them in the order in which they are drawn."""
    text = unmarked(text)
    return "".join(sorted(text)) if re.search("[\u0600-\u06ff]", text) else text


def arabic(text: str) -> str:
    """The Arabic letters in it alone."""
    return re.sub("[^\u0621-\u064a]", "", text)


def reading_problems(pdf: pikepdf.Pdf) -> list[str]:
    """Whether headings are read from their first letter on; of right-to-left text the structure says how it is read."""
    nodes = elements(pdf.Root.StructTreeRoot, pikepdf.Dictionary())
    said = arabic("".join(str(node.get("/ActualText", "")) for _, node in nodes))
    with pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
    return [f"'{title}' is not read in order" for title in titles if arabic(title) not in said]


def bookmarks(pdf: pikepdf.Pdf) -> dict[str, int]:
    """The page of every heading."""
    pages = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
    found: dict[str, int] = {}

    def walk(items) -> None:
        for item in items:
            destination = item.destination
            found[squeezed(item.title)] = pages[destination[0].objgen]
            walk(item.children)

    with pdf.open_outline() as outline:
        walk(outline.root)
    return found


def listed(file: pathlib.Path) -> dict[str, int]:
    """The pages that the contents name: what stands in the first list after the second heading of the structure."""
    text = subprocess.run(["pdfinfo", "-struct-text", file], capture_output=True, text=True, check=True).stdout
    parts = re.split(r"^\s*H2 \(block\)$", text, flags=re.MULTILINE)
    lines: dict[str, int] = {}
    for entry in re.split(r"^\s*Div$", parts[1], flags=re.MULTILINE)[1:]:
        words = re.findall(r'"(.*)"$', entry, flags=re.MULTILINE)
        if len(words) > 1 and words[-1].isdigit():
            lines[squeezed("".join(words[:-1]))] = int(words[-1])
    return lines


def contents_problems(file: pathlib.Path, pdf: pikepdf.Pdf) -> list[str]:
    contents, headings = listed(file), bookmarks(pdf)
    if not contents:
        return ["has no contents"]
    return [
        f"contents say page {page} for {name}, which stands on {headings.get(name)}"
        for name, page in contents.items()
        if headings.get(name) != page
    ]


def html_problems(text: str) -> list[str]:
    text = text.replace("http://www.w3.org/2000/svg", "")
    problems = [f"asks for {address}" for address in re.findall(r'(?:src|url\()=?["(]?(https?://[^"\)]+)', text)]
    if text.count("<h1") != 1:
        problems.append("has not one heading of the first level")
    return problems


def made(program: str, workspace: pathlib.Path, language: str, file: pathlib.Path) -> str:
    """Writes a report; gives what the program says when it has none in the language."""
    file.parent.mkdir(parents=True, exist_ok=True)
    command = [program, "report", workspace, "--language", language, "--output", file]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode not in (0, 1):
        raise RuntimeError(result.stderr)
    return "" if result.returncode == 0 else result.stderr.strip()


def languages(workspace: pathlib.Path) -> list[str]:
    settings = (workspace / "milepost.yaml").read_text(encoding="utf-8")
    found = re.search(r"^languages:\s*\[(.*?)\]", settings, flags=re.MULTILINE)
    return [name.strip() for name in found[1].split(",")] if found else []


def main(arguments: list[str]) -> int:
    program, folder = arguments[0], pathlib.Path(arguments[1])
    tally = Tally()
    for workspace in map(pathlib.Path, arguments[2:]):
        if not (workspace / "narrative" / "report.yaml").is_file():
            continue
        for language in languages(workspace):
            name = f"report of {workspace.name} in {language}"
            page = folder / workspace.name / language / "index.html"
            if why := made(program, workspace, language, page):
                tally.that("no chapter in" in why, f"{name}: {why}")
                continue
            tally.note(f"{name} as HTML", html_problems(page.read_text(encoding="utf-8")))
            files = [folder / f"{workspace.name}-{language}-{time}.pdf" for time in (1, 2)]
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            for file in files:
                made(program, workspace, language, file)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            tally.that(files[0].read_bytes() == files[1].read_bytes(), f"{name}: two runs give the same PDF")
            with pikepdf.open(files[0]) as pdf:
                tally.note(f"{name} as PDF", document_problems(pdf, language) + structure_problems(pdf) + reading_problems(pdf))
                tally.note(f"contents of the {name}", contents_problems(files[0], pdf))
                seconds = (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) / 2
                size = files[0].stat().st_size // 1000
                print(f"{name}: {len(pdf.pages)} pages, {seconds:.1f} s of CPU, {size} kB", flush=True)
    return tally.end()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
