#!/bin/sh
# /usr/sbin/sysctl: when the Mac was started, when it last woke (never: 1970), which boot session this is, and its name.
state=${0%/usr/sbin/sysctl}/private/var/mac
names=yes
if [ "$1" = -n ]; then
  names=no
  shift
fi

# Prints straight away, and starts nothing else: Vigil asks for it at each look at the Mac.
print_time() {
  printf '%s{ sec = %s, usec = %s } ' "$prefix" "$1" "$2"
  if [ -r /proc/self/stat ]; then LC_ALL=C date -d "@$1" '+%a %b %e %H:%M:%S %Y'; else LC_ALL=C date -r "$1" '+%a %b %e %H:%M:%S %Y'; fi
}

for name in "$@"; do
  prefix=
  [ "$names" = no ] || prefix="$name: "
  case "$name" in
    kern.boottime)
      IFS=' ' read -r seconds micros _ <"$state/boot"
      print_time "$seconds" "$micros"
      ;;
    kern.waketime)
      IFS=' ' read -r seconds micros <"$state/wake"
      print_time "$seconds" "$micros"
      ;;
    kern.bootsessionuuid)
      IFS=' ' read -r _ _ value <"$state/boot"
      echo "$prefix$value"
      ;;
    kern.hostname)
      IFS= read -r value <"$state/host-name"
      echo "$prefix$value"
      ;;
    *)
      echo "sysctl: unknown oid '$name'" >&2
      exit 1
      ;;
  esac
done
