#!/bin/sh
# /usr/sbin/pkgutil: the receipts.
root=${0%/usr/sbin/pkgutil}
receipt=$root/private/var/db/receipts/$2.plist
[ -f "$receipt" ] || exit 1
case $1 in
  --pkg-info) echo "package-id: $2" ;;
  --forget) rm "$receipt" && echo "Forgot package '$2' on '/'." ;;
esac
