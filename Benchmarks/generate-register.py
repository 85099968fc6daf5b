#!/usr/bin/env python3
"""Writes a workspace with one register of invented licences and the events of their lives, the same bytes for the same arguments.

Usage: generate-register.py DIR [--records 100000] [--pages list|records]

One in five licences was denounced later. DIR must not exist or be empty.
"""

import argparse
import datetime
import random
from pathlib import Path

SETTINGS = """milepost: 1
id: register-benchmark
title: Invented licences for measuring speed
agency: BENCH
languages: [en]
period: 2024/2030
editions: [{id: B, date: 2024-12-31}]
"""
SOURCES = "sources:\n  - {id: registry, title: Registry, publisher: Office, licence: CC0}\n"
CODES = "codelists:\n  - {id: KIND, title: Kind, codes: {radio: Radio, cable: Cable, satellite: Satellite}}\n"
PLAN = """goals:
  - {id: 1, title: Connect}
indicators:
  - {id: licences, title: Number of licences, unit: licences, decimals: 0, sources: [registry]}
"""
REGISTER = """register: licences
title: Licences
record: licence|licences
source: registry
key: [number]
name: holder
pages: {pages}
fields:
  number: {{title: Number, type: text, pattern: "L-[0-9]+"}}
  holder: {{title: Holder, type: text}}
  area: {{title: Area, type: area}}
  kind: {{title: Kind, type: code, codelist: KIND}}
  fee: {{title: Fee, type: number, unit: crowns, limits: {{lower: 0}}}}
life:
  - {{state: granted, title: Granted}}
  - {{state: ended, title: Ended, ends: true}}
history: licences.events.csv
snapshots: [{{file: licences.csv, published: 2024-06-30}}]
measures:
  - {{indicator: licences, value: count, standing: true, from: 2010, area: area}}
"""
SYLLABLES = "ba bren cal dor el far gal hol in jor kal lun mor nor or pel quin ros sul tar ul ven wes yor zan".split()


def name() -> str:
    return " ".join("".join(random.choices(SYLLABLES, k=3)).title() for _ in range(2))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dir", type=Path)
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--pages", choices=("list", "records"), default="list")
    arguments = parser.parse_args()
    random.seed(11)
    areas = [f"A{i:02}" for i in range(40)]
    records = ["number,holder,area,kind,fee\n"]
    events = ["number,STATE,DATE,NOTE\n"]
    first = datetime.date(2010, 1, 1)
    for number in range(arguments.records):
        kind = random.choice(("radio", "cable", "satellite"))
        records.append(f"L-{number},{name()},{random.choice(areas)},{kind},{random.randint(10, 900)}\n")
        day = first + datetime.timedelta(random.randint(0, 4000))
        events.append(f"L-{number},granted,{day},\n")
        if random.random() < 0.2:
            events.append(f"L-{number},ended,{day + datetime.timedelta(random.randint(30, 1000))},\n")
    files = {
        "milepost.yaml": SETTINGS,
        "groups/areas.csv": "code,name_en\n" + "".join(f"{code},Area {code}\n" for code in areas),
        "data/sources.yaml": SOURCES,
        "data/codelists.yaml": CODES,
        "plan/plan.yaml": PLAN,
        "registers/licences.yaml": REGISTER.format(pages=arguments.pages),
        "registers/licences.csv": "".join(records),
        "registers/licences.events.csv": "".join(events),
    }
    for path, text in files.items():
        target = arguments.dir / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)


main()
