#!/bin/sh
# /usr/sbin/sysctl: when the Mac was started, when it last woke (never: 1970), which boot session this is, and its name.
state=${0%/usr/sbin/sysctl}/private/var/mac
names=yes
if [ "$1" = -n ]; then
  names=no
  shift
fi

time_value() {
  if [ -r /proc/self/stat ]; then text=$(LC_ALL=C date -d "@$1" '+%a %b %e %H:%M:%S %Y'); else text=$(LC_ALL=C date -r "$1" '+%a %b %e %H:%M:%S %Y'); fi
  echo "{ sec = $1, usec = $2 } $text"
}

for name in "$@"; do
  case "$name" in
    kern.boottime)
      IFS=' ' read -r seconds micros _ <"$state/boot"
      value=$(time_value "$seconds" "$micros")
      ;;
    kern.waketime)
      IFS=' ' read -r seconds micros <"$state/wake"
      value=$(time_value "$seconds" "$micros")
      ;;
    kern.bootsessionuuid)
      IFS=' ' read -r _ _ value <"$state/boot"
      ;;
    kern.hostname)
      IFS= read -r value <"$state/host-name"
      ;;
    *)
      echo "sysctl: unknown oid '$name'" >&2
      exit 1
      ;;
  esac
  if [ "$names" = yes ]; then echo "$name: $value"; else echo "$value"; fi
done
