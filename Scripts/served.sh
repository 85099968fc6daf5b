# For scripts that ask a server: serve_workspace PROGRAM WORKSPACE sets `address` and `folder`, stop_server ends it.
folder=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$folder"' EXIT

serve_workspace() {
  rm -f "$folder"/a.store*
  "$1" publish "$2" --store "$folder/a.store" >/dev/null
  "$1" serve --store "$folder/a.store" --port 0 --rate 0 --quiet >"$folder/line" &
  server=$!
  for _ in $(seq 100); do
    grep -q http "$folder/line" && break
    sleep 0.1
  done
  address=$(sed -n 's|.*\(http://[^ ]*\)/$|\1|p' "$folder/line")
}

stop_server() {
  kill "$server"
  wait "$server"
  server=
}
