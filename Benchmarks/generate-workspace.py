#!/usr/bin/env python3
"""Writes a large workspace of invented data, the same bytes for the same arguments.

Usage: generate-workspace.py DIR [--indicators 300] [--areas 230] [--years 20]

Each indicator has one CSV file with a row per area, sex (two codes) and year: by default 2.76 million observations.
The areas do not exist. DIR must not exist or be empty.
"""

import argparse
import math
import random
import sys
from pathlib import Path

LAST_YEAR = 2024
DUE_YEAR = 2030
GOALS = 10
TARGETS_PER_GOAL = 6
REGIONS = 6
SEXES = ("F", "M")
SETTINGS = """milepost: 1
id: benchmark
title: Invented plan for measuring speed
agency: BENCH
languages: [en]
period: {first}/{due}
method: {{id: drift, window: 6, fallback: linear}}
editions:
  - id: B/2025
    date: 2025-06-30
"""


def arguments():
    parser = argparse.ArgumentParser(description="Write a large workspace of invented data.")
    parser.add_argument("folder", metavar="DIR", type=Path)
    parser.add_argument("--indicators", type=int, default=300)
    parser.add_argument("--areas", type=int, default=230)
    parser.add_argument("--years", type=int, default=20)
    options = parser.parse_args()
    if not (2 <= options.indicators <= 999 and REGIONS <= options.areas <= 999 and 2 <= options.years <= 100):
        parser.error("2 to 999 indicators, 6 to 999 areas and 2 to 100 years")
    if options.folder.exists() and (not options.folder.is_dir() or any(options.folder.iterdir())):
        parser.error(f"{options.folder} exists and is not an empty folder")
    return options


def indicator_id(index):
    """The first indicator is the weight of all others that need one."""
    return "population" if index == 0 else f"indicator-{index:03}"


def kind_of(index):
    """Shares, counts and prices take turns."""
    return "count" if index == 0 else ("share", "share", "count", "price")[index % 4]


def write(folder, name, text):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def write_groups(folder, codes):
    write(folder, "groups/areas.csv",
          "code,name_en\n" + "".join(f"{code},Invented area {code[1:]}\n" for code in codes))
    lines = ["groups:", "  - {id: WORLD, title: World, members: all}"]
    for region in range(REGIONS):
        members = ", ".join(codes[region::REGIONS])
        lines.append(f"  - {{id: REGION_{region + 1}, title: Region {region + 1}, members: [{members}]}}")
    lines.append("  - {id: LDC, title: Least developed, members: {file: ldc.csv}}")
    write(folder, "groups/groups.yaml", "\n".join(lines) + "\n")
    # Every fifth area belongs to the group; of these every tenth has left it.
    rows = [f"{code},,{'2019-12-31' if place % 10 == 9 else ''}\n" for place, code in enumerate(codes[::5])]
    write(folder, "groups/ldc.csv", "area,from,to\n" + "".join(rows))


def indicator_text(index):
    kind = kind_of(index)
    unit = {"share": "percent", "count": "persons", "price": "{measure: price, currency: USD}"}[kind]
    lines = [f"  - id: {indicator_id(index)}",
             f"    title: {'Population' if index == 0 else f'Indicator {index}'}",
             f"    unit: {unit}",
             f"    direction: {'down' if kind == 'price' else 'up'}",
             "    limits: {lower: 0, upper: 100}" if kind == "share" else "    limits: {lower: 0}",
             f"    decimals: {0 if kind == 'count' else 1}",
             "    sources: [returns]",
             "    dimensions: [SEX]"]
    method = {"share": "{method: weighted-mean, weight: population, interpolate: true, carry-forward: 3, "
                       "minimum-coverage: 0.5}",
              "count": "{method: sum, minimum-coverage: 0.9}",
              "price": "{method: median, minimum-coverage: 0.5}"}[kind]
    lines.append(f"    aggregate: {method}")
    return lines


def write_plan(folder, options, first):
    lines = ["goals:"]
    for goal in range(1, GOALS + 1):
        lines.append(f"  - {{id: {goal}, title: Goal {goal}}}")
    lines.append("targets:")
    for goal in range(1, GOALS + 1):
        for place in range(1, TARGETS_PER_GOAL + 1):
            number = (goal - 1) * TARGETS_PER_GOAL + place
            index = 1 + (number * 4 + number // 8) % (options.indicators - 1)
            lines += target_text(goal, place, index, first)
    write(folder, "plan/targets.yaml", "\n".join(lines) + "\n")
    objectives, outcomes = ["objectives:"], ["outcomes:"]
    for number in range(1, GOALS + 1):
        objectives.append(f"  - {{id: O.{number}, title: Objective {number}, goals: [{number}]}}")
        for letter in "abc":
            index = 1 + (number * 7 + ord(letter)) % (options.indicators - 1)
            measure = f"{{indicator: {indicator_id(index)}, area: WORLD, where: {{SEX: F}}}}"
            outcomes += [f"  - id: O.{number}-{letter}", f"    objective: O.{number}",
                         f"    title: Outcome {number} {letter}", f"    measured-by: [{measure}]"]
    write(folder, "plan/objectives.yaml", "\n".join(objectives + outcomes) + "\n")
    lines = ["indicators:"]
    for index in range(options.indicators):
        lines += indicator_text(index)
    write(folder, "plan/indicators.yaml", "\n".join(lines) + "\n")


def target_text(goal, place, index, first):
    kind = kind_of(index)
    area = ("WORLD", "LDC", "REGION_1", "WORLD", "REGION_4", "WORLD")[place - 1]
    lines = [f"  - id: {goal}.{place}", f"    goal: {goal}", f"    title: Target {goal}.{place}"]
    if kind == "share":
        lines += ["    kind: level", f"    value: {60 + 5 * place}"]
    else:
        lines += ["    kind: relative", f"    percent: {10 * place}", f"    baseline: {{period: {first + 1}}}"]
    return lines + [f"    indicator: {indicator_id(index)}", f"    area: {area}",
                    f"    where: {{SEX: {SEXES[place % 2]}}}", f"    due: {DUE_YEAR}"]


def series(kind, level, years, generator):
    """A smooth path with a little noise, as text."""
    pace = generator.uniform(0.08, 0.25)
    middle = generator.uniform(0.2, 1.1) * years
    texts = []
    for step in range(years):
        noise = 1 + 0.004 * (generator.random() - 0.5)
        if kind == "share":
            texts.append(f"{98 * noise / (1 + math.exp(-pace * (step - middle))):.1f}")
        elif kind == "count":
            texts.append(f"{level * (1 + 0.1 * pace) ** step * noise:.0f}")
        else:
            texts.append(f"{20 + 60 * level / 1e7 * (1 - 0.1 * pace) ** step * noise:.2f}")
    return texts


def write_data(folder, options, codes, years):
    write(folder, "data/sources.yaml",
          "sources:\n  - {id: returns, title: Invented yearly returns, licence: CC0}\n")
    write(folder, "data/codelists.yaml",
          "codelists:\n  - id: SEX\n    title: Sex\n    codes: {F: Women, M: Men}\n")
    sizes = random.Random(1)
    levels = [10 ** sizes.uniform(4.5, 7) for _ in codes]
    for index in range(options.indicators):
        name = indicator_id(index)
        unit = {"share": "percent", "count": "persons", "price": "{measure: price, currency: USD}"}[kind_of(index)]
        write(folder, f"data/{name}.yaml",
              f"dataflow: {name}\ntitle: Returns on {name}\nindicator: {name}\nsource: returns\nunit: {unit}\n"
              f"dimensions: {{SEX: SEX}}\nvintages:\n  - {{file: {name}.csv, published: 2025-05-31}}\n")
        generator = random.Random(1000 + index)
        rows = ["REF_AREA,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS"]
        for code, level in zip(codes, levels):
            for sex in SEXES:
                values = series(kind_of(index), level, len(years), generator)
                rows += [f"{code},{sex},{year},{value},A" for year, value in zip(years, values)]
        write(folder, f"data/{name}.csv", "\n".join(rows) + "\n")


def main():
    options = arguments()
    first = LAST_YEAR - options.years + 1
    codes = [f"A{number:03}" for number in range(1, options.areas + 1)]
    write(options.folder, "milepost.yaml", SETTINGS.format(first=first, due=DUE_YEAR))
    write_groups(options.folder, codes)
    write_plan(options.folder, options, first)
    write_data(options.folder, options, codes, [str(first + step) for step in range(options.years)])
    print(f"{options.indicators * options.areas * options.years * len(SEXES)} observations in {options.folder}",
          file=sys.stderr)


if __name__ == "__main__":
    main()
