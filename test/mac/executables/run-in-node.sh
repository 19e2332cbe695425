#!/bin/sh
# Starts one of the larger executables of the simulated Mac in Node. The process keeps its id, and tells bin/ps who
# it is: its birth (against reused process ids), its start (in seconds of the epoch, and in words as of UTC), its user,
# its parent (- for the true one), its arguments.
root=@ROOT@

nineteen_on() {
  shift 19
  birth=$1
}

if [ -r /proc/self/stat ]; then
  IFS= read -r stat </proc/$$/stat
  # shellcheck disable=SC2086
  nineteen_on ${stat##*) } # the 22nd field, counted from behind the name, which may hold spaces
else
  birth=$(LC_ALL=C TZ=UTC /bin/ps -o lstart= -p $$)
fi
IFS= read -r uid <"$root/private/var/mac/uid"
printf '%s\n%s\n%s\n%s\n%s\n' "$birth" "$(LC_ALL=C TZ=UTC date '+%s %a %b %e %H:%M:%S %Y')" "${SIMULATED_UID:-$uid}" "${SIMULATED_PPID:--}" "$0 $*" \
  >"$root/private/var/mac/processes/$$"
# Half of what these programs take is compiling them.
export NODE_COMPILE_CACHE=@CACHE@
exec @NODE@ @SCRIPT@ "$root" "$@"
