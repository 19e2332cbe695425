#!/bin/sh
# pkgbuild and productbuild: a package is a folder with its arguments and, for pkgbuild, its payload and its scripts.
for target; do :; done
mkdir -p "$target"
for argument; do printf '%s\n' "$argument"; done >"$target/arguments"
while [ "$#" -gt 1 ]; do
  case $1 in
    --root) cp -R "$2" "$target/payload" ;;
    --scripts) cp -R "$2" "$target/scripts" ;;
    --package) cp -R "$2" "$target/component" ;;
  esac
  shift
done
