#!/bin/sh
# /bin/ps: the processes of the simulated Mac that still live, in the columns and widths of macOS.
root=${SIMULATED_ROOT:-${0%/bin/ps}}
columns=pid=,ppid=,uid=,lstart=,args=
if [ "$*" != "-axww -o $columns" ] && [ "$*" != "-axo $columns" ]; then
  echo "ps: the simulated Mac answers only: ps -axww -o $columns" >&2
  exit 1
fi

# Sets birth and ppid of a process of the host; fails when it is gone or waits to be reaped.
look_up() {
  if [ -r /proc/self/stat ]; then
    { IFS= read -r stat </proc/"$1"/stat; } 2>/dev/null || return 1
    # shellcheck disable=SC2086
    set -- ${stat##*) }
    [ "$1" != Z ] || return 1
    ppid=$2
    birth=${20}
  else
    birth=$(LC_ALL=C TZ=UTC /bin/ps -o lstart= -p "$1") || return 1
    ppid=$(/bin/ps -o ppid= -p "$1") || return 1
  fi
}

# Vigil asks in UTC, which needs no program.
start_time() {
  if [ -r /proc/self/stat ]; then date -d "@$1" '+%a %b %e %H:%M:%S %Y'; else date -r "$1" '+%a %b %e %H:%M:%S %Y'; fi
}

for file in "$root"/private/var/mac/processes/*; do
  pid=${file##*/}
  {
    IFS= read -r known_birth
    IFS=' ' read -r started started_utc
    IFS= read -r uid
    IFS= read -r parent
    IFS= read -r arguments
  } 2>/dev/null <"$file" || continue
  look_up "$pid" && [ "$birth" = "$known_birth" ] || continue
  [ "$parent" = - ] && parent=$ppid
  if [ "${TZ:-}" = UTC ]; then start=$started_utc; else start=$(start_time "$started"); fi
  printf '%5d %5d %5d %-28s %s\n' "$pid" "$parent" "$uid" "$start" "$arguments"
done
