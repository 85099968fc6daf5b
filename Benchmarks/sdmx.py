"""Reading of one million observations of SDMX-CSV, by Milepost with code checks and by pysdmx, turn by turn.

usage: sdmx.py PROGRAM [observations]: PROGRAM is built by Scripts/build-exchange from Benchmarks/SDMXTables.swift
"""
import json
import pathlib
import random
import resource
import subprocess
import sys
import tempfile
import time
import warnings

import pysdmx.io

warnings.filterwarnings("ignore")
program = sys.argv[1]
count = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
years = 25
random.seed(1)
areas = [f"A{n:03}" for n in range(220)]
indicators = [f"IND_{n:03}" for n in range(count // (220 * 3 * years) + 1)]
codes = {"CL_FREQ": ["A"], "CL_AREA": areas, "CL_INDICATOR": indicators, "CL_SEX": ["_T", "F", "M"], "CL_UNIT": ["PT"], "CL_STATUS": ["A", "E", "P"]}
urn = "urn:sdmx:org.sdmx.infomodel."


def component(name, codelist=None, kind="String"):
    local = {"enumeration": f"{urn}codelist.Codelist=MP:{codelist}(1.0.0)"} if codelist else {"format": {"dataType": kind}}
    return {"id": name, "conceptIdentity": f"{urn}conceptscheme.Concept=MP:CS(1.0.0).{name}", "localRepresentation": local}


def artefact(name, **more):
    return {"id": name, "agencyID": "MP", "version": "1.0.0", "name": name, **more}


dimensions = [component("FREQ", "CL_FREQ"), component("REF_AREA", "CL_AREA"), component("INDICATOR", "CL_INDICATOR"), component("SEX", "CL_SEX")]
names = ["FREQ", "REF_AREA", "INDICATOR", "SEX", "TIME_PERIOD", "OBS_VALUE", "UNIT_MEASURE", "OBS_STATUS"]
message = {
    "meta": {"schema": "x/2.0.0/sdmx-json-structure-schema.json", "id": "B", "prepared": "2020-01-01T00:00:00Z", "sender": {"id": "MP"}},
    "data": {
        "codelists": [artefact(name, codes=[{"id": code, "name": code} for code in values]) for name, values in codes.items()],
        "conceptSchemes": [artefact("CS", concepts=[{"id": name, "name": name} for name in names])],
        "dataflows": [artefact("DF", structure=f"{urn}datastructure.DataStructure=MP:DSD(1.0.0)")],
        "dataStructures": [artefact("DSD", dataStructureComponents={
            "dimensionList": {"id": "DimensionDescriptor", "dimensions": dimensions, "timeDimension": component("TIME_PERIOD", kind="ObservationalTimePeriod")},
            "measureList": {"id": "MeasureDescriptor", "measures": [component("OBS_VALUE", kind="Double")]},
            "attributeList": {"id": "AttributeDescriptor", "attributes": [
                {**component("UNIT_MEASURE", "CL_UNIT"), "attributeRelationship": {"dimensions": ["FREQ", "REF_AREA", "INDICATOR", "SEX"]}},
                {**component("OBS_STATUS", "CL_STATUS"), "attributeRelationship": {"observation": {}}}]}})],
    },
}
rows = []
for indicator in indicators:
    for area in areas:
        for sex in codes["CL_SEX"]:
            for year in range(2000, 2000 + years):
                rows.append(f"dataflow,MP:DF(1.0.0),I,A,{area},{indicator},{sex},{year},{random.uniform(0, 100):.{random.randint(0, 4)}f},PT,{random.choice('AAAEP')}\n")
rows = rows[:count]
head = "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,SEX,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS\n"


def spent():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
    folder = pathlib.Path(folder)
    (folder / "structure.json").write_text(json.dumps(message))
    for order in ["series by series", "shuffled"]:
        if order == "shuffled":
            random.shuffle(rows)
        (folder / "data.csv").write_text(head + "".join(rows))
        ours, theirs = [], []
        for _ in range(3):
            output = subprocess.run([program, folder / "structure.json", folder / "data.csv"], capture_output=True, text=True, check=True).stdout
            ours.append(float(output.split(" in ")[1].split(" ")[0]))
            start = spent()
            read = pysdmx.io.read_sdmx(folder / "data.csv", validate=False)
            theirs.append(spent() - start)
            assert len(read.data[0].data) == len(rows)
        one, other = sorted(ours)[1], sorted(theirs)[1]
        print(f"{len(rows)} observations {order}: {one:.2f} s of CPU with code checks, pysdmx {other:.2f} s without: ratio {other / one:.1f}")
        print(output)
        whole = subprocess.run([program, folder / "structure.json", folder / "data.csv", "whole"], capture_output=True, text=True, check=True).stdout
        print("the file loaded as a whole:", whole.splitlines()[0])
