"""Pairs reading and writing of SDMX-ML and workbooks with pysdmx, openpyxl and pandas, each in one run, as a ratio.

exchange.py PROGRAM [OBSERVATIONS]: PROGRAM is built by Scripts/build-exchange from Benchmarks/Exchange.swift.
pysdmx does not end within the limit of a minute at a million observations; it is then measured at fewer, and said so.
"""

import multiprocessing
import pathlib
import random
import subprocess
import sys
import tempfile
import time

LIMIT = 60
STRUCTURE = "urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=MP:DF(1.0.0)"


def make_message(path, count):
    schemas = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/"
    numbers = random.Random(1)
    with open(path, "w") as file:
        file.write(
            f'<?xml version="1.0" encoding="UTF-8"?>\n<mes:StructureSpecificData xmlns:mes="{schemas}message" '
            f'xmlns:ss="{schemas}data/structurespecific" xmlns:com="{schemas}common" '
            f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:ns1="{STRUCTURE}:ObsLevelDim:TIME_PERIOD">\n'
            "<mes:Header><mes:ID>a</mes:ID><mes:Test>false</mes:Test><mes:Prepared>2021-01-01T00:00:00</mes:Prepared>"
            f'<mes:Sender id="MP"/><mes:Structure structureID="DF" namespace="{STRUCTURE}" '
            'dimensionAtObservation="TIME_PERIOD"><com:StructureUsage><Ref agencyID="MP" id="DF" version="1.0.0" '
            'class="Dataflow"/></com:StructureUsage></mes:Structure></mes:Header>\n'
            '<mes:DataSet ss:structureRef="DF" xsi:type="ns1:DataSetType" ss:dataScope="Dataflow" action="Replace">\n')
        for series in range(count // 20):
            file.write(f'<Series FREQ="A" REF_AREA="A{series % 220}" INDICATOR="I{series // 220}" SEX="_T">\n')
            for year in range(20):
                file.write(
                    f'<Obs TIME_PERIOD="{2000 + year}" OBS_VALUE="{round(numbers.random() * 100, 2)}" OBS_STATUS="A"/>\n')
            file.write("</Series>\n")
        file.write("</mes:DataSet>\n</mes:StructureSpecificData>\n")


def make_book(path):
    import openpyxl

    numbers = random.Random(1)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Data")
    sheet.append(["REF_AREA", "INDICATOR", "SEX", "AGE", "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS", "UNIT"])
    for row in range(200_000):
        sheet.append([f"A{row % 220}", f"I{row // 4400}", "_T", "_T", 2000 + row % 20, round(numbers.random() * 100, 2), "A", "PT"])
    book.save(path)


def own(program, *arguments):
    lines = subprocess.run([program, *arguments], check=True, capture_output=True, text=True).stdout.splitlines()
    return {name: (int(count), float(seconds)) for name, count, seconds in (line.split("\t") for line in lines)}


def pysdmx_read(path):
    from pysdmx.io import read_sdmx

    return sum(len(data.data) for data in read_sdmx(path, validate=False).get_datasets())


def pysdmx_write(path):
    from pysdmx.io import read_sdmx, write_sdmx
    from pysdmx.io.format import Format
    from pysdmx.model import Component, Components, Concept, DataType, Role, Schema

    def component(name, role, kind=DataType.STRING):
        level = "O" if role == Role.ATTRIBUTE else None
        return Component(name, True, role, Concept(name), kind, attachment_level=level)

    roles = {"OBS_VALUE": Role.MEASURE, "OBS_STATUS": Role.ATTRIBUTE}
    datasets = read_sdmx(path, validate=False).get_datasets()
    for data in datasets:
        names = Components([component(name, roles.get(name, Role.DIMENSION)) for name in data.data.columns])
        data.structure = Schema("dataflow", "MP", "DF", names, "1.0.0")
    start = time.process_time()
    write_sdmx(datasets, Format.DATA_SDMX_ML_2_1_STR, output_path=str(path) + ".out", dimension_at_observation={
        datasets[0].short_urn: "TIME_PERIOD"})
    return time.process_time() - start


def openpyxl_read(path):
    import openpyxl

    sheet = openpyxl.load_workbook(path, read_only=True, data_only=True).worksheets[0]
    return sum(len(row) for row in sheet.iter_rows(values_only=True))


def calamine_read(path):
    import pandas

    return pandas.read_excel(path, engine="calamine", header=None).size


def work(task, path, queue):
    start = time.process_time()
    result = task(path)
    # Writing measures itself, without the reading that it needs first.
    queue.put(result if isinstance(result, float) else time.process_time() - start)


def other(task, path):
    """CPU seconds, or nothing where it takes too long or fails."""
    queue = multiprocessing.Queue()
    process = multiprocessing.Process(target=work, args=(task, path, queue))
    process.start()
    process.join(LIMIT)
    if process.is_alive():
        process.kill()
        process.join()
        return None
    return queue.get() if not queue.empty() else None


def compare(name, seconds, task, path):
    theirs = other(task, path)
    ratio = f"{theirs:7.2f} s, {theirs / seconds:6.1f} times as much" if theirs else f"did not end within {LIMIT} s"
    print(f"{name:34} Milepost {seconds:6.2f} s   {task.__name__.replace('_', ' '):16} {ratio}", flush=True)


def main(program, count=1_000_000):
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        folder = pathlib.Path(folder)
        for size in sorted({min(count, 20_000), count}):
            path = folder / f"{size}.xml"
            make_message(path, size)
            times = own(program, "markup", path, folder / "out.xml")
            compare(f"read {size:,} observations", times["read"][1], pysdmx_read, path)
            compare(f"write {size:,} observations", times["write"][1], pysdmx_write, path)
            print(f"{'':34} peak {times['peak'][0]} MB")
        book = folder / "book.xlsx"
        make_book(book)
        times = own(program, "sheet", book)
        for task in (openpyxl_read, calamine_read):
            compare(f"sheet of {times['sheet'][0]:,} cells", times["sheet"][1], task, book)
        print(f"{'':34} peak {times['peak'][0]} MB")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
