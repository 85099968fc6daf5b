"""Writes what pysdmx reads of Milepost's messages in all formats that pysdmx writes, for Milepost to read.

write_messages.py FOLDER: takes data-N.csv, structure.json and small-v2_1.xml, writes pysdmx-N-FORMAT.csv or .xml and pysdmx-structure.*.
"""

import pathlib
import sys
import warnings

import pysdmx.io
from pysdmx.io.format import Format

warnings.filterwarnings("ignore")
DATA = {
    "csv1": (Format.DATA_SDMX_CSV_1_0_0, "csv"), "csv20": (Format.DATA_SDMX_CSV_2_0_0, "csv"),
    "csv21": (Format.DATA_SDMX_CSV_2_1_0, "csv"), "generic": (Format.DATA_SDMX_ML_2_1_GEN, "xml"),
    "specific": (Format.DATA_SDMX_ML_2_1_STR, "xml"), "v3": (Format.DATA_SDMX_ML_3_0, "xml"),
}
STRUCTURE = {
    "json": (Format.STRUCTURE_SDMX_JSON_2_0_0, "json"), "v21": (Format.STRUCTURE_SDMX_ML_2_1, "xml"),
    "v30": (Format.STRUCTURE_SDMX_ML_3_0, "xml"),
}


def main(folder):
    structure = folder / "structure.json"
    # What it reads of JSON it cannot write again: it forgets where concepts are.
    message = pysdmx.io.read_sdmx(folder / "small-v2_1.xml", validate=False)
    for name, (form, ending) in STRUCTURE.items():
        pysdmx.io.write_sdmx(message.structures, form, output_path=str(folder / f"pysdmx-structure-{name}.{ending}"))
    for path in sorted(folder.glob("data-*.csv")):
        number = path.stem.split("-")[1]
        for name, (form, ending) in DATA.items():
            # Writing changes the sets.
            sets = pysdmx.io.get_datasets(path, structure, validate=False)
            if ending == "xml":
                # It does not escape quotes in the attributes of XML.
                for data in sets:
                    data.data = data.data.replace({'"': "", "'": ""}, regex=True)
                    data.attributes = {key: str(value).replace('"', "") for key, value in data.attributes.items()}
            pysdmx.io.write_sdmx(sets, form, output_path=str(folder / f"pysdmx-{number}-{name}.{ending}"))


main(pathlib.Path(sys.argv[1]))
