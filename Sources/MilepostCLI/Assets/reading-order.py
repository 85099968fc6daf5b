"""Runs WeasyPrint and says in the structure of the PDF how lines with right-to-left text are read.

Glyphs are written as they stand on the line, from left to right. Programs that copy or search text turn Arabic words
round again; the structure, from which a document is read aloud, says no more than that order of glyphs. So every part of
it with such letters gets its text as it is read (ActualText, ISO 32000-1, 14.9.4); pages look and search as before.
"""

import sys
import unicodedata

import pydyf
import weasyprint
from weasyprint import draw, pdf
from weasyprint.__main__ import main

drawn_text, tagged = draw.draw_text, pdf.add_tags
texts: dict[tuple[int, int], str] = {}


def draw_text(stream, textbox, *rest):
    """Draw as WeasyPrint does, and remember the text of the marked content that is being written."""
    drawn_text(stream, textbox, *rest)
    mark = (stream._tags or {}).get(textbox)
    if mark is not None:
        texts[id(stream), mark["mcid"]] = textbox.text


def is_read_from_the_right(text: str) -> bool:
    return any(unicodedata.bidirectional(letter) in ("R", "AL", "AN") for letter in text)


def add_tags(document, *rest):
    """Build the structure as WeasyPrint does, and give its parts their text."""
    streams = rest[-1]
    tagged(document, *rest)
    pages = {reference: id(stream) for reference, stream in zip(document.page_references, streams, strict=True)}
    for element in document.objects:
        if not isinstance(element, pydyf.Dictionary) or element.get("S") not in ("/Span", "/Link"):
            continue
        # What holds other parts as well says its text through them; the other kid of a link is its place on the page.
        kids = [kid for kid in element["K"] if isinstance(kid, int)]
        others = len(element["K"]) - len(kids)
        if not kids or others > (element["S"] == "/Link"):
            continue
        text = "".join(texts[pages[element["Pg"]], kid] for kid in kids)
        if is_read_from_the_right(text):
            element["ActualText"] = pydyf.String(text)


if __name__ == "__main__":
    # The inside of WeasyPrint is what it was in this version; the structure of another stays as it makes it.
    if weasyprint.VERSION.split(".")[0] == "70":
        draw.draw_text, pdf.add_tags = draw_text, add_tags
    sys.exit(main())
