#!/bin/sh
# /usr/sbin/chown: the tests need not run as root.
root=${0%/usr/sbin/chown}
echo "chown $1 ${2#"$root"}" >>"$root/private/var/mac/calls"
