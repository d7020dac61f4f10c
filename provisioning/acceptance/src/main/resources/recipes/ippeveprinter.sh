#!/bin/sh
# Runs the reference printer of IPP Everywhere (package cups-ipp-utils) in the foreground, without CUPS and avahi.
# It refuses to start without a D-Bus system bus, so it gets a private one. Both end on TERM, INT and HUP.
#
#   ippeveprinter.sh PORT SPOOL_DIR [PRINTER_NAME]
#
# The printer is ipp://localhost:PORT/ipp/print; what was printed stays in SPOOL_DIR.
set -eu

if [ $# -lt 2 ]; then
    echo "usage: $0 PORT SPOOL_DIR [PRINTER_NAME]" >&2
    exit 2
fi
port=$1
spool=$2
name=${3:-Changbai A4}

# Debian keeps it in /usr/sbin, which is not on everybody's path.
PATH=$PATH:/usr/sbin:/sbin
for tool in ippeveprinter:cups-ipp-utils dbus-daemon:dbus-daemon; do
    if ! command -v "${tool%%:*}" >/dev/null; then
        echo "${tool%%:*} is missing: apt-get install ${tool##*:}" >&2
        exit 3
    fi
done

# The path of a socket may have 107 characters; the spool's may be longer.
run=$(mktemp -d /tmp/ippeve.XXXXXX)
bus=
printer=
end() {
    trap '' TERM INT HUP
    [ -z "$printer" ] || kill "$printer" 2>/dev/null || true
    [ -z "$bus" ] || kill "$bus" 2>/dev/null || true
    wait
    rm -rf "$run"
}
trap 'end; exit 0' TERM INT HUP

cat >"$run/bus.conf" <<EOF
<busconfig>
  <type>system</type>
  <listen>unix:path=$run/bus</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
    <allow user="*"/>
  </policy>
</busconfig>
EOF
dbus-daemon --config-file="$run/bus.conf" --nofork --nopidfile &
bus=$!
tries=0
while [ ! -S "$run/bus" ]; do
    tries=$((tries + 1))
    if [ "$tries" -gt 50 ]; then
        echo "the private D-Bus did not come up" >&2
        end
        exit 4
    fi
    sleep 0.1
done

mkdir -p "$spool"
# Without a command it plays a slow printer: each job takes 5 to 15 seconds.
DBUS_SYSTEM_BUS_ADDRESS=unix:path=$run/bus ippeveprinter -r off -p "$port" -n localhost -k -d "$spool" \
    -c /bin/true -f application/pdf,image/pwg-raster,image/jpeg "$name" &
printer=$!
status=0
wait "$printer" || status=$?
printer=
end
exit "$status"
