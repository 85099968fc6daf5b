#!/usr/bin/env python3
"""Writes a workspace with a register of invented schools with coordinates, the same bytes for the same arguments.

Usage: generate-points.py DIR [--points 800000] [--areas 40]

The schools lie around the middles of areas that do not exist. DIR must not exist or be empty.
"""

import argparse
import json
import math
import random
from pathlib import Path

SETTINGS = """milepost: 1
id: points-benchmark
title: Invented schools for measuring speed
agency: BENCH
languages: [en]
period: 2024/2030
editions: [{id: B, date: 2024-12-31}]
"""
SOURCES = "sources:\n  - {id: survey, title: Mapping of schools, publisher: Office, licence: CC0}\n"
CODES = "codelists:\n  - {id: LEVEL, title: Level, codes: {primary: Primary, secondary: Secondary}}\n"
PLAN = """goals:
  - {id: 1, title: Connect}
indicators:
  - {id: schools, title: Number of schools, unit: schools, decimals: 0, sources: [survey]}
  - {id: connected, title: Schools that are connected, unit: percent, direction: up, sources: [survey]}
"""
REGISTER = """register: schools
title: Schools
record: school|schools
source: survey
key: [id]
fields:
  id: {title: Id, type: text}
  lat: {title: Latitude, type: latitude}
  lon: {title: Longitude, type: longitude}
  area: {title: Area, type: area}
  level: {title: Level, type: code, codelist: LEVEL}
  connected: {title: Connected, type: yes-no}
location: {latitude: lat, longitude: lon, area: area}
pages: none
snapshots: [{file: schools.csv, published: 2024-06-30}]
measures:
  - {indicator: schools, value: count, area: area}
  - {indicator: connected, value: share(connected = yes), area: area}
maps:
  - {map: schools, title: Where schools are, shows: count}
  - {map: connected, title: Share of connected schools, shows: share(connected = yes), fewest: 5}
"""


def middles(count: int) -> list[tuple[str, float, float]]:
    return [(f"A{i:02}", random.uniform(-50, 65), random.uniform(-160, 165)) for i in range(count)]


def outline(code: str, latitude: float, longitude: float) -> dict:
    ring = []
    for step in range(120):
        angle = 2 * math.pi * step / 120
        reach = 1 + 0.2 * math.sin(3 * angle) + 0.1 * random.random()
        ring.append([round(longitude + 9 * reach * math.cos(angle), 3), round(latitude + 8 * reach * math.sin(angle), 3)])
    geometry = {"type": "Polygon", "coordinates": [ring + ring[:1]]}
    return {"type": "Feature", "id": code, "properties": {}, "geometry": geometry}


def schools(count: int, areas: list[tuple[str, float, float]]):
    yield "id,lat,lon,area,level,connected\n"
    for number in range(count):
        place = int(random.random() ** 1.7 * len(areas))
        code, latitude, longitude = areas[place]
        north, east = (max(-4.5, min(4.5, random.gauss(0, 2.2))) for _ in range(2))
        level = "primary" if random.random() < 0.7 else "secondary"
        connected = "yes" if random.random() < 0.2 + 0.6 * place / len(areas) else "no"
        yield f"S{number:06},{latitude + north:.5f},{longitude + east:.5f},{code},{level},{connected}\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dir", type=Path)
    parser.add_argument("--points", type=int, default=800_000)
    parser.add_argument("--areas", type=int, default=40)
    arguments = parser.parse_args()
    random.seed(7)
    areas = middles(arguments.areas)
    shapes = {"type": "FeatureCollection", "features": [outline(*area) for area in areas]}
    files = {
        "milepost.yaml": SETTINGS,
        "groups/areas.csv": "code,name_en\n" + "".join(f"{code},Area {code}\n" for code, _, _ in areas),
        "data/sources.yaml": SOURCES,
        "data/codelists.yaml": CODES,
        "plan/plan.yaml": PLAN,
        "boundaries/areas.geojson": json.dumps(shapes),
        "registers/schools.yaml": REGISTER,
        "registers/schools.csv": "".join(schools(arguments.points, areas)),
    }
    for name, text in files.items():
        path = arguments.dir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


main()
