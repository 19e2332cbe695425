#!/bin/sh
# /usr/bin/id: who runs programs on the simulated Mac, whatever the host says.
state=${0%/usr/bin/id}/private/var/mac
IFS= read -r uid <"$state/uid"
IFS= read -r user <"$state/user"
IFS= read -r full_name <"$state/full-name"
IFS= read -r access <"$state/log-access"
[ "$uid" = 0 ] && user=root
groups='staff everyone localaccounts'
[ "$access" = admin ] && groups="$groups admin"
case "$*" in
  -u) echo "$uid" ;;
  -un | '-u -n') echo "$user" ;;
  -F) echo "$full_name" ;;
  -Gn | '-G -n') echo "$groups" ;;
  *)
    echo 'id: the simulated Mac answers only: id -u, id -un, id -F, id -Gn' >&2
    exit 1
    ;;
esac
