#!/bin/sh
# Installs Vigil on this Mac, looks whether all of it works, and removes it again:
#
#   prove-on-mac.sh APP.pkg [RELAY.pkg]
#
# For a Mac that may be changed, such as a virtual one, with a person logged in at the screen who may use sudo. Each line
# that it prints is something that has been proven; it ends with 1 at the first that is not so.

set -eu

here=$(cd "$(dirname "$0")" && pwd)
vigil=/Applications/Vigil.app/Contents/Resources/bin/vigil
status="$HOME/Library/Application Support/Vigil/status.plist"
agent=gui/$(id -u)/io.github.vigil-mac.agent

if [ "$#" -lt 1 ] || [ "$(uname -s)" != Darwin ]; then
  echo 'usage, on a Mac: prove-on-mac.sh APP.pkg [RELAY.pkg]' >&2
  exit 64
fi

# prove SENTENCE COMMAND...
prove() {
  sentence=$1
  shift
  if "$@"; then
    echo "proven: $sentence"
  else
    echo "NOT SO: $sentence ($*)" >&2
    exit 1
  fi
}

# within SECONDS COMMAND...: whether it comes true in that time.
within() {
  left=$1
  shift
  until "$@" >/dev/null 2>&1; do
    left=$((left - 1))
    [ "$left" -gt 0 ] || return 1
    sleep 1
  done
}

# A Mac without Jamf has no sign-in to tell of: any answer of the documented codes will do, if it is JSON.
answers() {
  code=0
  answer=$("$vigil" status --json) || code=$?
  [ "$code" -le 4 ] && printf '%s' "$answer" | plutil -convert xml1 -o /dev/null -- -
}

gives_result() {
  sudo sh "$1" | grep -q '^<result>.*</result>$'
}

runs() {
  pgrep -x Vigil
}

is_gone() {
  [ ! -e /Applications/Vigil.app ] && [ ! -e "$status" ] && ! launchctl print "$agent" && ! runs &&
    ! pkgutil --pkgs | grep -q '^io\.github\.vigil-mac'
}

sw_vers
sudo installer -pkg "$1" -target /
prove 'the package puts the app into /Applications' test -x "$vigil"
prove 'the signature of the app holds' codesign --verify --deep --strict /Applications/Vigil.app
prove 'launchd has the agent of the person who is logged in' within 30 launchctl print "$agent"
prove 'Vigil runs' within 30 runs
prove 'Vigil writes status.plist' within 60 plutil -lint "$status"
prove 'vigil status answers' answers
for script in "$here"/deploy/extension-attributes/*.sh; do
  prove "$(basename "$script") gives a result" gives_result "$script"
done
sudo installer -pkg "$1" -target /
prove 'Vigil runs after the same package was installed again' within 30 runs
if [ "$#" -gt 1 ]; then
  sudo installer -pkg "$2" -target /
  relay=system/io.github.vigil-mac.log-relay
  prove 'launchd has the log relay' within 30 sudo launchctl print "$relay"
fi
sudo sh "$here/deploy/uninstall.sh" --yes
prove 'nothing of it is left' within 30 is_gone
