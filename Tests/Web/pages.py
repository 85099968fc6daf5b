"""Which pages of a built site a check looks at."""

import pathlib
from typing import NamedTuple


class Kind(NamedTuple):
    """What a page has in common with others of its site."""

    tree: tuple[str, ...]
    """The language, after the edition if it is an earlier one; of a page of the whole site its name."""
    section: tuple[str, ...]
    """Nothing for the overview, `targets` for the list of targets, `targets` and a star for one of them."""

    @staticmethod
    def of(page: pathlib.Path, site: pathlib.Path) -> "Kind":
        parts = page.relative_to(site).parts
        depth = 3 if parts[0] == "editions" else 1
        section = parts[depth:-1]
        return Kind(parts[:depth], section[:1] + ("*",) * (len(section) - 1))

    @property
    def is_of_latest_edition(self) -> bool:
        return self.tree[0] != "editions"

    @property
    def is_looked_at(self) -> bool:
        return self.section in ((), ("targets", "*"), ("report", "*"))


def pages_by_kind(site: pathlib.Path) -> dict[Kind, list[pathlib.Path]]:
    """The pages of a site, the lightest of each kind first, without those that only lead on."""
    groups: dict[Kind, list[pathlib.Path]] = {}
    for page in sorted(site.rglob("*.html"), key=lambda page: (page.stat().st_size, page)):
        if 'http-equiv="refresh"' not in page.read_text(encoding="utf-8"):
            groups.setdefault(Kind.of(page, site), []).append(page)
    return groups


def templates(site: pathlib.Path) -> list[pathlib.Path]:
    """The pages that stand for all: in English and Arabic of each kind the lightest and the heaviest; in other languages,
    and of earlier editions, the overview and the heaviest target.
    """
    chosen: set[pathlib.Path] = set()
    for kind, pages in pages_by_kind(site).items():
        if kind.tree[0] in ("en", "ar"):
            chosen |= {pages[0], pages[-1]}
        elif kind.is_looked_at:
            chosen.add(pages[-1])
    return sorted(chosen)


def of_latest_edition(site: pathlib.Path) -> set[pathlib.Path]:
    groups = pages_by_kind(site)
    return {page for kind, pages in groups.items() if kind.is_of_latest_edition for page in pages}
