#!/bin/sh
# /usr/bin/sudo -H -u '#UID' COMMAND …
state=${0%/usr/bin/sudo}/private/var/mac
if [ "$1 $2" != '-H -u' ]; then
  echo "sudo: the simulated Mac answers only: sudo -H -u '#UID' COMMAND …" >&2
  exit 64
fi
echo "sudo $3" >>"$state/calls"
if [ -f "$state/unknown/${3#?}" ]; then
  echo "sudo: unknown user $3" >&2
  exit 1
fi
shift 3
exec "$@"
