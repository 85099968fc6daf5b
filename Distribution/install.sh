#!/bin/sh
# Installs milepost with the libraries that it needs and its service, which is left stopped: run as root, beside the
# program. Running it again upgrades.
set -eu
cd "$(dirname "$0")"
[ "$(id -u)" = 0 ] || { echo "run this as root" >&2; exit 1; }
missing=
for package in $(cat packages); do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q "ok installed" || missing="$missing $package"
done
if [ -n "$missing" ]; then
  apt-get update -qq
  # shellcheck disable=SC2086
  apt-get install -y --no-install-recommends $missing
fi
getent passwd milepost >/dev/null ||
  useradd --system --user-group --home-dir /var/lib/milepost --no-create-home --shell /usr/sbin/nologin milepost
install -d -o milepost -g milepost -m 0750 /var/lib/milepost /var/lib/milepost/backup
# Renamed into place, so that a server that runs keeps the program it was started with.
install -m 0755 milepost /usr/local/bin/milepost.new
mv /usr/local/bin/milepost.new /usr/local/bin/milepost
install -m 0644 milepost.service /etc/systemd/system/milepost.service
if [ -d /run/systemd/system ]; then
  systemctl daemon-reload
  echo "next: put a store at /var/lib/milepost/plan.store, then systemctl enable --now milepost"
fi
/usr/local/bin/milepost --version
