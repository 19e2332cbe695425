#!/bin/sh
# The log relay: hands the lines of the unified log about sign-ins on to Vigil, for people who are no administrators and
# may not read the log. Optional; the LaunchDaemon io.github.vigil-mac.log-relay runs it as root.
#
# It is installed as /Library/Application Support/Vigil/log-relay.sh (root:wheel, 755), and fills
#   /Library/Logs/Vigil/log-relay.ndjson     root:wheel, 644, in a folder of its own with 755
#   /Library/Logs/Vigil/log-relay.ndjson.1   what came before
# The setting LogRelayFile has to name the first of them. Vigil takes nothing from a file that others than root or the
# administrators can write to.
#
# WHO SEES WHAT: every account of this Mac can read this file, and in it the lines of every other account. They hold
# short user names, and can hold work e-mail addresses, tenant and device ids, the names of sign-in hosts, error codes
# and times of sign-ins; what macOS hides as <private> stays hidden. They hold no passwords and no tokens. Where several
# people share a Mac and should not see that of each other, do not install it.
#
# `log` never opens its output anew and launchd opens it only once, so that a rotation from outside would lose lines.
# Therefore this rotates before it starts `log`, which ends after twelve hours, and launchd starts this again.

root=
PATH=$root/usr/bin:$root/bin:$root/usr/sbin:$root/sbin
export PATH

folder=$root/Library/Logs/Vigil
file=$folder/log-relay.ndjson
rotate_above=8388608

umask 022
mkdir -p "$folder"
for path in "$folder" "$file" "$file.1"; do
  if [ -L "$path" ]; then
    echo "log-relay: $path is a symbolic link; remove it." >&2
    exit 1
  fi
done
chown 0:0 "$folder" || exit 1
chmod 755 "$folder" || exit 1

if [ -f "$file" ] && [ "$(($(wc -c <"$file")))" -gt "$rotate_above" ]; then
  mv -f "$file" "$file.1" || exit 1
fi
exec >>"$file" || exit 1
chown 0:0 "$file" || exit 1
chmod 644 "$file" || exit 1

# In a flood `log` is ended at 32 MiB (64 where the shell counts in KiB), so that it cannot fill the disk; then this
# starts anew and rotates.
ulimit -f 65536

# The predicate is the one of Vigil itself. Everything is spelled out: root's ~/.logrc can set other defaults.
exec "$root/usr/bin/log" stream --style ndjson --color none \
  --predicate 'subsystem CONTAINS "jamfAAD" OR subsystem BEGINSWITH "com.apple.AppSSO"' --timeout 12h
