#!/bin/sh
# /bin/date, whose -v the date of other systems does not know.
if [ "$1 $2" != '-u -v-15M' ]; then
  echo "date: the simulated Mac answers only: date -u -v-15M +FORMAT" >&2
  exit 64
fi
host=/bin/date
[ -x "$host" ] || host=/usr/bin/date
"$host" -u -v-15M "$3" 2>/dev/null || exec "$host" -u -d '15 minutes ago' "$3"
