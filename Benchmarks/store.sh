#!/usr/bin/env bash
# Ten million observations in a store and in DuckDB, on the same columns in one run, in a memory file system.
# usage: Benchmarks/store.sh [python with duckdb and numpy]
set -euo pipefail
cd "$(dirname "$0")/.."
python="${1:-python3}"
swift build -c release --product StoreBenchmark --traits Store >/dev/null
work="$(mktemp -d /dev/shm/milepost-store.XXXXXX)"
trap 'rm -rf "$work"' EXIT
.build/release/StoreBenchmark "$work" | tee "$work/milepost.txt"
echo "DuckDB"
"$python" Benchmarks/duckdb-store.py "$work" | tee "$work/duckdb.txt"
echo "Ratios, DuckDB over Milepost (best of each)"
for figure in publish_s size_mb scan_s point_p50_us point_p99_us; do
  paste <(grep "^$figure " "$work/duckdb.txt" | sort -k2 -g | head -1) \
    <(grep "^$figure " "$work/milepost.txt" | sort -k2 -g | head -1) | awk '{ printf "%-14s %8.2f\n", $1, $2 / $4 }'
done
