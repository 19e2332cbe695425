#!/bin/sh
# /bin/ps -axww -o uid=,comm= or pid=,comm=: a loginwindow for each who is logged in, and processes that were registered.
state=${0%/bin/ps}/private/var/mac
loginwindow=/System/Library/CoreServices/loginwindow.app/Contents/MacOS/loginwindow
for file in "$state"/people/*; do
  [ -e "$file" ] || continue
  case $3 in
    uid=,comm=) printf '%5d %s\n' "${file##*/}" "$loginwindow" ;;
    *) printf '%5d %s\n' 99 "$loginwindow" ;;
  esac
done
for file in "$state"/processes/*; do
  kill -0 "${file##*/}" 2>/dev/null || continue
  {
    read -r uid
    IFS= read -r command
  } <"$file"
  case $3 in
    uid=,comm=) printf '%5d %s\n' "$uid" "$command" ;;
    pid=,comm=) printf '%5d %s\n' "${file##*/}" "$command" ;;
    *)
      echo "ps: the simulated Mac does not answer: $*" >&2
      exit 64
      ;;
  esac
done
