"""Edits a document of the report in LibreOffice and brings it back.

usage: check_word.py MILEPOST REPOSITORY [SOFFICE]

Runs with the Python that has LibreOffice's bindings (Debian: python3-uno).
"""
import os
import shutil
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK

program, repository = sys.argv[1:3]
soffice = sys.argv[3] if len(sys.argv) > 3 else "soffice"
faults = []


def run(*arguments):
    done = subprocess.run([program, *arguments], capture_output=True, text=True)
    if done.returncode:
        faults.append(f"{' '.join(arguments)} ended with {done.returncode}: {done.stderr}{done.stdout}")
    return done.stdout + done.stderr


def workspace(folder):
    shutil.copytree(f"{repository}/Tests/Cases/base", folder)
    os.makedirs(f"{folder}/narrative/en")
    shutil.copy(f"{repository}/Tests/Web/word/1-progress.md", f"{folder}/narrative/en/1-progress.md")
    with open(f"{folder}/narrative/report.yaml", "w", encoding="utf-8") as file:
        file.write("original-language: en\ntitle: Report of the isles\n")


class Office:
    """LibreOffice without a window, with a document that is open."""

    def __init__(self, folder):
        pipe = f"milepost{os.getpid()}"
        self.process = subprocess.Popen([
            soffice, "--headless", "--norestore", f"-env:UserInstallation=file://{folder}/profile",
            f"--accept=pipe,name={pipe};urp"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        resolver = uno.getComponentContext().ServiceManager.createInstanceWithContext(
            "com.sun.star.bridge.UnoUrlResolver", uno.getComponentContext())
        for _ in range(120):
            try:
                self.context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except Exception:
                time.sleep(0.5)
        else:
            sys.exit("LibreOffice does not answer")
        self.desktop = self.context.ServiceManager.createInstanceWithContext(
            "com.sun.star.frame.Desktop", self.context)

    def open(self, path):
        self.document = self.desktop.loadComponentFromURL(
            "file://" + path, "_blank", 0, (PropertyValue("Hidden", 0, True, 0),))

    def save(self, path):
        self.document.storeToURL("file://" + path, (PropertyValue("FilterName", 0, "MS Word 2007 XML", 0),))
        self.document.close(True)

    def find(self, words):
        """The last place of some words: those of the contents come first."""
        search = self.document.createSearchDescriptor()
        search.SearchString = words
        search.SearchCaseSensitive = True
        found = self.document.findAll(search)
        if not found.Count:
            sys.exit(f"'{words}' is not in the document")
        return found.getByIndex(found.Count - 1)

    def change(self, words, others):
        self.find(words).setString(others)

    def split(self, words):
        place = self.find(words)
        place.getText().insertControlCharacter(place.getEnd(), PARAGRAPH_BREAK, False)

    def paste(self, words, text):
        place = self.find(words)
        cursor = place.getText().createTextCursorByRange(place.getEnd())
        cursor.gotoEndOfParagraph(False)
        place.getText().insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
        place.getText().insertString(cursor, text, False)

    def move(self, words, before):
        """Cuts a paragraph and puts it in before another, as people do."""
        place = self.find(words)
        cursor = place.getText().createTextCursorByRange(place.getStart())
        cursor.gotoStartOfParagraph(False)
        cursor.gotoNextParagraph(True)
        view = self.document.getCurrentController()
        view.select(cursor)
        kept = view.getTransferable()
        target = self.find(before)
        goal = target.getText().createTextCursorByRange(target.getStart())
        goal.gotoStartOfParagraph(False)
        cursor.setString("")
        view.getViewCursor().gotoRange(goal.getStart(), False)
        view.insertTransferable(kept)

    def end(self):
        try:
            self.desktop.terminate()
        except Exception:
            pass
        self.process.wait(timeout=60)


def check(name, actual, expected):
    if actual == expected:
        print(f"ok    {name}")
        return
    faults.append(name)
    print(f"FAULT {name}")
    import difflib
    print("".join(difflib.unified_diff(expected.splitlines(True), actual.splitlines(True), "expected", "actual")))


def trip(office, folder, name, edit, expected, tracked=False):
    """A document goes out, is edited, comes back."""
    home = f"{folder}/{name}"
    workspace(home)
    chapter = f"{home}/narrative/en/1-progress.md"
    before = open(chapter, encoding="utf-8").read()
    run("report", home, "--output", f"{home}.docx")
    office.open(f"{home}.docx")
    office.document.RecordChanges = tracked
    edit(office)
    office.save(f"{home}-edited.docx")
    said = run("import", "docx", f"{home}-edited.docx", home)
    text = open(chapter, encoding="utf-8").read()
    wanted = before
    for old, new in expected:
        if old not in wanted:
            faults.append(f"{name}: '{old}' is not in the text")
        wanted = wanted.replace(old, new)
    check(name, text, wanted)
    if "warning" in said or "error" in said:
        faults.append(name)
        print(said)


def several(office):
    office.change("long enough", "quite long enough")
    office.change("Cables and ferries", "Cables and boats")
    office.change("guests", "visitors")
    office.split("The last")
    office.paste("Quoted words.", "Somebody pasted this.")


SEVERAL = [
    ("The second paragraph is long enough to be wrapped and goes over\ntwo lines, see",
     "The second paragraph is quite long enough to be wrapped and goes over two lines, see"),
    ("## Cables and ferries {#cables}", "## Cables and boats {#cables}"),
    ("| guests   |", "| visitors |"),
    ("The last paragraph.", "The last\n\nparagraph."),
    ("> Quoted words.\n", "> Quoted words.\n\n> Somebody pasted this.\n"),
]
MOVED = [("The last paragraph.\n\n", ""), ("> Quoted", "The last paragraph.\n\n> Quoted")]

with tempfile.TemporaryDirectory() as folder:
    office = Office(folder)
    try:
        trip(office, folder, "untouched", lambda office: None, [])
        trip(office, folder, "edited", several, SEVERAL)
        trip(office, folder, "tracked", several, SEVERAL, tracked=True)
        trip(office, folder, "moved", lambda office: office.move("The last paragraph.", "Quoted words."), MOVED)
    finally:
        office.end()
if faults:
    sys.exit("\n".join(faults))
