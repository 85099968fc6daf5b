"""Loads the columns that StoreBenchmark wrote into a file of DuckDB and asks it the same: usage: duckdb-store.py FOLDER"""

import os
import random
import sys
import time

import duckdb
import numpy as np

folder = sys.argv[1]
path = f"{folder}/bench.duckdb"


def column(name, kind):
    return np.fromfile(f"{folder}/{name}", dtype=kind)


columns = {name: column(f"{name}.u16", np.uint16) for name in ["indicator", "area", "codes", "period"]}
columns |= {"kind": column("kind.u8", np.uint8), "status": column("status.u8", np.uint8)}
columns["value"] = column("value.f64", np.float64)
print("observations", len(columns["value"]))

connection = duckdb.connect(path)
start = time.perf_counter()
connection.execute("create table observation as select * from columns")
connection.execute("checkpoint")
print("publish_s", time.perf_counter() - start)
print("size_mb", os.path.getsize(path) / 1e6)
connection.close()

connection = duckdb.connect(path, read_only=True)
for _ in range(3):
    start = time.perf_counter()
    found = connection.execute("select * from observation").fetchnumpy()
    total = float(found["value"].sum())
    print("scan_s", time.perf_counter() - start)
print("sum", total)

query = "select period, value, kind, status from observation where indicator = ? and area = ? and codes = ? order by period"
times = []
draw = random.Random(1)
for _ in range(500):
    row = draw.randrange(len(columns["value"]))
    key = [int(columns[name][row]) for name in ["indicator", "area", "codes"]]
    start = time.perf_counter()
    rows = connection.execute(query, key).fetchall()
    times.append(time.perf_counter() - start)
    assert len(rows) >= 27
times.sort()
print("point_p50_us", times[len(times) // 2] * 1e6)
print("point_p99_us", times[len(times) * 99 // 100] * 1e6)
