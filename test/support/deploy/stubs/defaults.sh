#!/bin/sh
# /usr/bin/defaults
root=${0%/usr/bin/defaults}
line=defaults
for argument; do line="$line ${argument#"$root"}"; done
echo "$line" >>"$root/private/var/mac/calls"
