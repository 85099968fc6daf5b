#!/usr/bin/env python3
"""Writes a workspace with one survey of invented answers, the same bytes for the same arguments.

Usage: generate-survey.py DIR [--respondents 100000] [--questions 10] [--areas 40]

Respondents are weighted, and live in areas that do not exist. DIR must not exist or be empty.
"""

import argparse
import random
from pathlib import Path

SETTINGS = """milepost: 1
id: survey-benchmark
title: Invented survey for measuring speed
agency: BENCH
languages: [en]
period: 2024/2030
editions: [{id: B, date: 2024-12-31}]
"""
SOURCES = "sources:\n  - {id: office, title: Office of surveys, publisher: Office, licence: CC0}\n"
SURVEY = """survey: opinions
title: Opinions
source: office
sampling: random
suppress: {{base: 10, count: 3}}
key: number
weight: weight
breakdowns: {{area: area}}
questions:
{questions}waves:
  - {{wave: first, period: 2024, population: 1000000, answers: [{{file: opinions.csv, published: 2024-06-30}}]}}
"""
QUESTION = """  q{number}:
    text: Statement number {number} is right.
    kind: likert
    answers:
      - {{code: 1, title: Strongly disagree, side: disagree}}
      - {{code: 2, title: Disagree, side: disagree}}
      - {{code: 3, title: Neither agree nor disagree, side: neutral}}
      - {{code: 4, title: Agree, side: agree}}
      - {{code: 5, title: Strongly agree, side: agree}}
    dont-know: {{code: 9, title: Do not know}}
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dir", type=Path)
    parser.add_argument("--respondents", type=int, default=100_000)
    parser.add_argument("--questions", type=int, default=10)
    parser.add_argument("--areas", type=int, default=40)
    arguments = parser.parse_args()
    random.seed(13)
    areas = [f"A{i:02}" for i in range(arguments.areas)]
    numbers = range(1, arguments.questions + 1)
    rows = [",".join(["number", "weight", "area", *(f"q{number}" for number in numbers)]) + "\n"]
    for respondent in range(arguments.respondents):
        answers = (random.choices("123459", (1, 2, 3, 5, 3, 1))[0] for _ in numbers)
        rows.append(",".join([str(respondent), random.choice(("0.5", "1", "1.5")), random.choice(areas), *answers]) + "\n")
    files = {
        "milepost.yaml": SETTINGS,
        "groups/areas.csv": "code,name_en\n" + "".join(f"{code},Area {code}\n" for code in areas),
        "data/sources.yaml": SOURCES,
        "plan/plan.yaml": "goals:\n  - {id: 1, title: Connect}\n",
        "surveys/opinions.yaml": SURVEY.format(questions="".join(QUESTION.format(number=number) for number in numbers)),
        "surveys/opinions.csv": "".join(rows),
    }
    for path, text in files.items():
        target = arguments.dir / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)


main()
