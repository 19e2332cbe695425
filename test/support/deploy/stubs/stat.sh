#!/bin/sh
# /usr/bin/stat: who has the screen; whose a folder is.
root=${0%/usr/bin/stat}
case "$*" in
  '-f %Su /dev/console') printf '%s\n' "$CONSOLE_USER" ;;
  '-L -f %u '*)
    shift 3
    [ -e "$1" ] || exit 1
    owner=0
    read -r owner 2>/dev/null <"$root/private/var/mac/owners/${1##*/}"
    echo "$owner"
    ;;
  *)
    echo "stat: the simulated Mac does not answer: $*" >&2
    exit 64
    ;;
esac
