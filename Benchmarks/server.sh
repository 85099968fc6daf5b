#!/usr/bin/env bash
# One series in JSON out of a store, beside nginx that hands out the same bytes as a file; both on the same cores.
# server.sh [PROGRAM [SECONDS]]: needs wrk and nginx (packages wrk, nginx-light). Three rounds, the two in turn.
set -euo pipefail
cd "$(dirname "$0")/.."
program=${1:-.build/release/milepost}
seconds=${2:-5}
question='/api/v1/observations?indicator=internet-use&area=LMR'
folder=$(mktemp -d)
server=
trap 'kill $server 2>/dev/null || true; [ ! -f "$folder/pid" ] || kill "$(cat "$folder/pid")" || true; rm -rf "$folder"' EXIT
chmod 755 "$folder"
"$program" publish Examples/isles --store "$folder/a.store" >/dev/null
"$program" serve --store "$folder/a.store" --port 0 --rate 0 --quiet >"$folder/line" &
server=$!
for _ in $(seq 100); do grep -q http "$folder/line" && break; sleep 0.1; done
own=$(sed -n 's|.*\(http://[^ ]*:[0-9]*\)/$|\1|p' "$folder/line")$question
curl -sf "$own" >"$folder/series.json"
port=$((20000 + RANDOM % 20000))
cat >"$folder/nginx.conf" <<END
worker_processes 2; pid $folder/pid; error_log $folder/error.log;
events { worker_connections 1024; }
http { access_log off; sendfile on; keepalive_requests 1000000; types { application/json json; }
  server { listen 127.0.0.1:$port; root $folder; } }
END
nginx -c "$folder/nginx.conf"
peer="http://127.0.0.1:$port/series.json"
cmp <(curl -sf "$peer") "$folder/series.json"

# The CPU seconds that processes have used.
used() { cat $(for p in $1; do echo "/proc/$p/stat"; done) | awk '{ t += $14 + $15 } END { print t / 100 }'; }

# Requests a second, the middle and the 99th of a hundred, CPU microseconds a request.
round() {
  local before after out
  before=$(used "$2")
  out=$(wrk -t1 -c64 -d"${seconds}s" --latency "$3")
  after=$(used "$2")
  echo "$out" | awk -v name="$1" -v cpu="$(echo "$after $before" | awk '{ print $1 - $2 }')" '
    /50%/ { middle = $2 } /99%/ { late = $2 } /requests in/ { count = $1 } /Requests\/sec/ { rate = $2 }
    /Non-2xx|Socket errors/ { bad = $0 }
    END { printf "%-9s %8.0f requests/s  p50 %s  p99 %s  %.0f us CPU %s\n", name, rate, middle, late, cpu * 1e6 / count, bad }'
}

echo "$(wc -c <"$folder/series.json") bytes of JSON, 64 connections, $seconds s each"
for _ in 1 2 3; do
  round nginx "$(cat "$folder/pid") $(pgrep -P "$(cat "$folder/pid")" | tr '\n' ' ')" "$peer"
  round milepost "$server" "$own"
done
