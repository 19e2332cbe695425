#!/bin/sh
# Removes Vigil from this Mac, for everybody, with everything that it and its packages have put there.

root=
PATH=$root/usr/bin:$root/bin:$root/usr/sbin:$root/sbin
export PATH

help() {
  cat <<'END'
Removes Vigil from this Mac, for everybody. Run it as root:

  sudo sh uninstall.sh --yes [--keep-data]

  --yes        remove it; without this nothing happens
  --keep-data  keep what Vigil has stored in the homes: its memory, its log and the settings of each person

It removes the app, its LaunchAgent, the log relay with its files, the receipts of the packages and, without
--keep-data, what Vigil and macOS have stored for it in each home. Profiles stay: take them back with your MDM, first of
all the one with the settings. A sign-in window that is open stays open, as it belongs to Jamf.

As a script of Jamf Pro: parameter 4 is --yes, parameter 5 may be --keep-data.

Exit codes: 0 all of it is gone, 1 something could not be removed, 64 nothing was done, 77 not run as root.
END
}

yes=false
keep_data=false
for argument; do
  case $argument in
    --yes) yes=true ;;
    --keep-data) keep_data=true ;;
    --help | -h)
      help
      exit 0
      ;;
    -*)
      echo "uninstall.sh: unknown option $argument" >&2
      help >&2
      exit 64
      ;;
    # Jamf Pro puts the mount point, the computer's name and the user's first, and leaves parameters empty.
    *) ;;
  esac
done
if [ "$yes" = false ]; then
  help >&2
  exit 64
fi
if [ "$(id -u)" -ne 0 ]; then
  echo 'uninstall.sh: it takes root to remove Vigil for everybody: sudo sh uninstall.sh --yes' >&2
  exit 77
fi

# ── who runs Vigil (the same in each script that needs it) ──
label=io.github.vigil-mac.agent
executable=/Applications/Vigil.app/Contents/MacOS/Vigil

# The uids of the people who are logged in at the screen, those behind a fast user switch too: each has a loginwindow.
# The one of root shows the login window, and the one of _mbsetupuser is Setup Assistant.
people() {
  ps -axww -o uid=,comm= | while read -r uid command; do
    case $command in
      */loginwindow) if [ "$uid" -ge 501 ]; then echo "$uid"; fi ;;
    esac
  done | sort -u
}

is_loaded() {
  launchctl print "gui/$1/$label" >/dev/null 2>&1
}
# ──

# ── ending Vigil (the same in each script that needs it) ──
# Every process of the app; not its helpers, and never the agent of Jamf, whose sign-in window somebody may be using.
vigils() {
  ps -axww -o pid=,comm= | while read -r pid command; do
    if [ "$command" = "$executable" ]; then echo "$pid"; fi
  done
}

# wait_while SECONDS COMMAND …
wait_while() {
  left=$1
  shift
  while "$@" && [ "$left" -gt 0 ]; do
    left=$((left - 1))
    sleep 1
  done
}

# shellcheck disable=SC2317 # wait_while calls it
is_running() {
  [ -n "$(vigils)" ]
}

# Asks first: on SIGTERM Vigil quits as from its menu, with exit code 0, after which launchd leaves it alone.
end_vigil() {
  for pid in $(vigils); do kill -TERM "$pid" 2>/dev/null; done
  wait_while 10 is_running
  for uid in $(people); do
    if is_loaded "$uid"; then launchctl bootout "gui/$uid/$label"; fi
  done
  # bootout returns before the job is gone, for which launchd gives it 20 seconds.
  for uid in $(people); do wait_while 30 is_loaded "$uid"; done
  for pid in $(vigils); do kill -KILL "$pid" 2>/dev/null; done
}
# ──

relay=io.github.vigil-mac.log-relay
result=0

is_relay_loaded() {
  launchctl print "system/$relay" >/dev/null 2>&1
}

remove() {
  rm -rf "$root$1"
  if [ -e "$root$1" ] || [ -L "$root$1" ]; then
    echo "uninstall.sh: $1 could not be removed." >&2
    case $1 in
      # Since macOS 13 root does not suffice for the app of another developer.
      *.app) echo 'From Terminal: allow it in System Settings > Privacy & Security > App Management, then run this again.' >&2 ;;
    esac
    result=1
  fi
}

# What is removed from ~/Library, with the rights of that person: whatever they have put in the way, such as a link to a
# folder elsewhere, it costs them nothing but their own, and nobody else anything.
# shellcheck disable=SC2016 # it is for the shell that runs it
from_library='
cd "$1" || exit 1
home=$(pwd -P)
id=io.github.vigil-mac
defaults delete "$id" >/dev/null 2>&1
for folder in "Application Support" Logs Preferences Preferences/ByHost Caches HTTPStorages "Saved Application State" WebKit; do
  case $folder in
    "Application Support" | Logs) set -- "Library/$folder/Vigil" ;;
    *) set -- "Library/$folder/$id" "Library/$folder/$id".* ;;
  esac
  real=$(cd -P "Library/$folder" 2>/dev/null && pwd -P)
  if [ "$real" = "$home/Library/$folder" ]; then rm -rf "$@" || exit 1; fi
done
'

remove_from_home() {
  owner=$(stat -L -f %u "$1" 2>/dev/null) || return 0
  # Neither /Users/Shared nor a home of the system.
  [ "$owner" -ge 501 ] || return 0
  if ! sudo -H -u "#$owner" sh -c "$from_library" sh "$1" </dev/null; then
    echo "uninstall.sh: what Vigil has stored in $1 could not be removed." >&2
    return 1
  fi
}

# Of people who have left, too, whose homes were kept; and of those whose home is elsewhere.
homes() {
  printf '%s\n' "$root"/Users/*
  dscl . -list /Users NFSHomeDirectory | while read -r _ home; do
    case $home in
      /Users/* | /var/* | /private/* | /dev/*) ;;
      /?*) printf '%s\n' "$root$home" ;;
    esac
  done
}

end_vigil
if is_relay_loaded; then launchctl bootout "system/$relay"; fi
wait_while 30 is_relay_loaded

remove "/Library/LaunchAgents/$label.plist"
remove "/Library/LaunchDaemons/$relay.plist"
remove '/Library/Application Support/Vigil'
remove /Library/Logs/Vigil
remove /Applications/Vigil.app

for package in io.github.vigil-mac "$label" "$relay"; do
  if pkgutil --pkg-info "$package" >/dev/null 2>&1; then pkgutil --forget "$package" || result=1; fi
done

if [ "$keep_data" = false ]; then
  homes | {
    all=0
    while IFS= read -r home; do remove_from_home "$home" || all=1; done
    exit "$all"
  } || result=1
fi
exit "$result"
