#!/bin/sh
# Builds, on a Mac, the packages beside the app:
#
#   build-packages.sh VERSION FOLDER
#
#   FOLDER/with-app/io.github.vigil-mac.agent.pkg   the LaunchAgent: a component for the package of the app (electron-
#                                                   builder takes all that are in its `extraPkgsDir`)
#   FOLDER/Vigil-log-relay-VERSION.pkg              the log relay: optional, a package of its own
#
# VIGIL_INSTALLER_IDENTITY, where it is set, names the "Developer ID Installer" certificate that signs the second; the
# first is signed with the package that it goes into.
#
# Neither holds a bundle, so there is nothing that Installer could relocate, or skip for its version: an older one
# replaces a newer one.

set -eu

if [ "$#" -ne 2 ]; then
  echo 'usage: build-packages.sh VERSION FOLDER' >&2
  exit 64
fi
version=$1
folder=$2
deploy=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# put SOURCE TARGET MODE: into the payload, with folders that anybody may enter whatever the umask is.
umask 022
put() {
  mkdir -p "$(dirname "$2")"
  cp "$1" "$2"
  chmod "$3" "$2"
}

# component PAYLOAD SCRIPTS IDENTIFIER TARGET. All belongs to root:wheel, whoever builds it.
component() {
  mkdir "$work/scripts-$3"
  put "$2/preinstall" "$work/scripts-$3/preinstall" 755
  put "$2/postinstall" "$work/scripts-$3/postinstall" 755
  pkgbuild --root "$1" --install-location / --ownership recommended --scripts "$work/scripts-$3" \
    --identifier "$3" --version "$version" "$4"
}

mkdir -p "$folder/with-app"
agent=io.github.vigil-mac.agent
put "$deploy/agent/$agent.plist" "$work/agent/Library/LaunchAgents/$agent.plist" 644
component "$work/agent" "$deploy/pkg/scripts" "$agent" "$folder/with-app/$agent.pkg"

relay=io.github.vigil-mac.log-relay
put "$deploy/relay/$relay.plist" "$work/relay/Library/LaunchDaemons/$relay.plist" 644
put "$deploy/relay/log-relay.sh" "$work/relay/Library/Application Support/Vigil/log-relay.sh" 755
component "$work/relay" "$deploy/relay/scripts" "$relay" "$work/$relay.pkg"

set -- --package "$work/$relay.pkg" "$folder/Vigil-log-relay-$version.pkg"
if [ -n "${VIGIL_INSTALLER_IDENTITY:-}" ]; then set -- --sign "$VIGIL_INSTALLER_IDENTITY" "$@"; fi
productbuild "$@"
