#!/bin/sh
# /usr/bin/log: says how it was called, and writes what it was told to.
state=${0%/usr/bin/log}/private/var/mac
for argument; do printf '%s\n' "$argument"; done >"$state/log-arguments"
ulimit -f >"$state/log-limit"
echo '{"eventMessage":"a line"}'
