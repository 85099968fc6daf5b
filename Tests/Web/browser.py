"""What the checks of built sites share: the browser that looks at them, and the count of what holds."""

from playwright.sync_api import Browser, Playwright

# A wide screen, and the narrowest that pages must fit.
WIDTHS = (1280, 320)


def launched(playwright: Playwright) -> Browser:
    return playwright.chromium.launch(executable_path="/usr/bin/chromium-headless-shell", args=["--no-sandbox"])


class Tally:
    """Counts what holds and prints what does not."""

    def __init__(self) -> None:
        self.passed = 0
        self.failed = 0

    def note(self, name: str, problems: list[str]) -> None:
        """Something that was looked at, and what is wrong with it."""
        if problems:
            self.failed += 1
            print("\n  ".join([name, *problems]), flush=True)
        else:
            self.passed += 1

    def that(self, holds: bool, claim: str) -> None:
        self.note(claim, [] if holds else ["is not so"])

    def end(self) -> int:
        """Prints the line that ends a check, and gives its exit code."""
        print(f"{self.passed} passed, {self.failed} failed")
        return 1 if self.failed or not self.passed else 0
