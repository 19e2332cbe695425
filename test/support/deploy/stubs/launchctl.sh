#!/bin/sh
# /bin/launchctl print, bootstrap and bootout. As on a Mac, a job is still there for a while after bootout has returned,
# and so long it cannot be bootstrapped; a file in `loaded` holds how often it is still seen.
root=${0%/bin/launchctl}
state=$root/private/var/mac
case $1 in
  print)
    job=$state/loaded/$2
    [ -f "$job" ] || exit 113
    read -r times <"$job"
    [ "$times" = stays ] && exit 0
    if [ "$times" -le 0 ]; then
      rm "$job"
      exit 113
    fi
    echo "$((times - 1))" >"$job"
    ;;
  bootout)
    echo "launchctl $*" >>"$state/calls"
    [ -f "$state/loaded/$2" ] || exit 3
    read -r times 2>/dev/null <"$state/bootout-takes" || times=2
    echo "$times" >"$state/loaded/$2"
    ;;
  bootstrap)
    echo "launchctl $1 $2 ${3#"$root"}" >>"$state/calls"
    label=${3##*/}
    job=$state/loaded/$2/${label%.plist}
    uid=${2#gui/}
    if [ "$2" != system ] && [ ! -f "$state/people/$uid" ]; then
      echo 'Bootstrap failed: 125: Domain does not support specified action' >&2
      exit 125
    fi
    if [ ! -f "$3" ] || [ -f "$job" ] || [ -f "$state/bootstrap-fails" ]; then
      echo 'Bootstrap failed: 5: Input/output error' >&2
      exit 5
    fi
    mkdir -p "${job%/*}"
    echo stays >"$job"
    ;;
  *)
    echo "launchctl: the simulated Mac does not answer: $*" >&2
    exit 64
    ;;
esac
