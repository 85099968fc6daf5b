#!/usr/bin/env bash
# CPU seconds and peak memory of check and build: Connect 2030, the isles, a generated index of 25 indicators for 195 areas with
# and without random draws, a register of 100,000 records, a survey of 100,000 respondents, 800,000 schools on maps, and a generated
# workspace of 300 indicators.
# Everything is written to a memory file system. usage: Benchmarks/run.sh [runs]
set -euo pipefail
cd "$(dirname "$0")/.."
runs="${1:-5}"
milepost=.build/release/milepost
work="$(mktemp -d /dev/shm/milepost-bench.XXXXXX)"
trap 'rm -rf "$work"' EXIT

# Prints the median CPU seconds and the highest peak memory of several runs.
measure() {
  local name="$1"
  shift
  : >"$work/times"
  for _ in $(seq "$runs"); do
    /usr/bin/time -f '%U %S %e %M' -o "$work/time" "$@" >/dev/null
    awk '{ print $1 + $2, $3, $4 / 1024 }' "$work/time" >>"$work/times"
  done
  local middle=$(((runs + 1) / 2))
  printf '%-24s CPU %6.2f s   wall %6.2f s   peak %5.0f MB   (median, peak: highest, of %d)\n' "$name" \
    "$(cut -d' ' -f1 "$work/times" | sort -n | sed -n ${middle}p)" \
    "$(cut -d' ' -f2 "$work/times" | sort -n | sed -n ${middle}p)" \
    "$(cut -d' ' -f3 "$work/times" | sort -n | tail -n 1)" "$runs"
}

measure "check connect-2030" $milepost check Examples/connect-2030
measure "build connect-2030" $milepost build Examples/connect-2030 --output "$work/connect"
measure "check isles" $milepost check Examples/isles
measure "build isles" $milepost build Examples/isles --output "$work/isles"

for draws in 0 1000; do
  python3 Benchmarks/generate-index.py "$work/index-$draws" --draws "$draws"
  measure "check index, $draws draws" $milepost check "$work/index-$draws"
done

python3 Benchmarks/generate-register.py "$work/register"
measure "check register" $milepost check "$work/register"
measure "build register" $milepost build "$work/register" --output "$work/register-site"
python3 Benchmarks/generate-survey.py "$work/survey"
measure "check survey" $milepost check "$work/survey"
python3 Benchmarks/generate-points.py "$work/points"
measure "build points" $milepost build "$work/points" --output "$work/points-site"
find "$work/points-site/en/maps" -size +0 -name index.html -printf '%s %P\n' | sort -n | tail -n 1

python3 Benchmarks/generate-workspace.py "$work/large" >/dev/null
du -sm "$work/large" | awk '{ print "generated workspace: " $1 " MB" }'
runs=3
measure "check generated" $milepost check "$work/large"
measure "build generated" $milepost build "$work/large" --output "$work/large-site"
du -sm "$work/large-site/data" | awk '{ print "its data files: " $1 " MB" }'
