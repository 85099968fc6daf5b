#!/usr/bin/env python3
"""Writes a workspace with one composite index of invented data, the same bytes for the same arguments.

Usage: generate-index.py DIR [--draws 1000] [--areas 195] [--pillars 5] [--indicators 5]

Each pillar has so many indicators, each with a value for most areas. With 0 draws the index asks for no sensitivity.
The areas do not exist. DIR must not exist or be empty.
"""

import argparse
import random
from pathlib import Path

SETTINGS = """milepost: 1
id: index-benchmark
title: Invented index for measuring speed
agency: BENCH
languages: [en]
period: 2024/2030
editions: [{id: B, date: 2024-12-31}]
"""
SENSITIVITY = """sensitivity:
  draws: {draws}
  seed: 20241231
  weights: 25
  normalisation: [{{method: z-score, mean: 50, deviation: 5}}, {{method: rank, onto: [1, 100]}}]
  aggregation: [geometric]
"""


def arguments():
    parser = argparse.ArgumentParser(description="Write a workspace with a composite index.")
    parser.add_argument("folder", metavar="DIR", type=Path)
    parser.add_argument("--draws", type=int, default=1000)
    parser.add_argument("--areas", type=int, default=195)
    parser.add_argument("--pillars", type=int, default=5)
    parser.add_argument("--indicators", type=int, default=5)
    options = parser.parse_args()
    if options.folder.exists() and (not options.folder.is_dir() or any(options.folder.iterdir())):
        parser.error(f"{options.folder} exists and is not an empty folder")
    return options


def write(folder, name, text):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def main():
    options = arguments()
    rng = random.Random(20241231)
    areas = [f"A{number:03}" for number in range(options.areas)]
    pillars = [[f"i{p}.{i}" for i in range(options.indicators)] for p in range(options.pillars)]
    write(options.folder, "milepost.yaml", SETTINGS)
    write(options.folder, "data/sources.yaml", "sources: [{id: none, title: Invented, licence: CC0}]\n")
    write(options.folder, "groups/areas.csv", "code,name_en\n" + "".join(f"{a},Area {a}\n" for a in areas))
    members = ", ".join(areas)
    write(options.folder, "groups/groups.yaml", f"groups: [{{id: ALL, title: All, members: [{members}]}}]\n")
    write(
        options.folder,
        "data/values.yaml",
        "dataflow: values\ntitle: Values\nsource: none\nunit: points\n"
        "vintages: [{file: values.csv, published: 2024-12-31}]\n",
    )
    rows = ["REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE"]
    for indicator in sum(pillars, []):
        rows += [f"{a},{indicator},2023,{rng.lognormvariate(3, 0.6):.3f}" for a in areas if rng.random() < 0.95]
    write(options.folder, "data/values.csv", "\n".join(rows) + "\n")
    plan = "indicators:\n  - {id: score, title: Score, unit: points, direction: up}\n"
    for indicator in sum(pillars, []):
        plan += f"  - {{id: {indicator}, title: Indicator {indicator}, unit: points, direction: up}}\n"
    write(options.folder, "plan/indicators.yaml", plan)
    index = "index: score\ntitle: Score\nscores: score\nareas: ALL\nperiods: [2023]\n"
    index += "winsorising: {at-most: 5}\nnormalisation: {method: min-max, onto: [1, 100]}\n"
    index += SENSITIVITY.format(draws=options.draws) if options.draws else ""
    index += "parts:\n"
    for place, pillar in enumerate(pillars):
        index += f"  - pillar: p{place}\n    title: Pillar {place}\n    parts:\n"
        index += "".join(f"      - {{indicator: {indicator}}}\n" for indicator in pillar)
    write(options.folder, "indices/score.yaml", index)


if __name__ == "__main__":
    main()
