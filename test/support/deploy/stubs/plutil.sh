#!/bin/sh
# /usr/bin/plutil -extract KEY raw -o - FILE: the answers were worked out when the file was written (see plutil.ts).
root=${0%/usr/bin/plutil}
if [ "$1/$3/$4/$5" != "-extract/raw/-o/-" ] || [ "$#" -ne 6 ]; then
  echo "plutil: the simulated Mac answers only: plutil -extract KEY raw -o - FILE" >&2
  exit 64
fi
answers=$root/private/var/mac/plutil${6#"$root"}
if [ ! -e "$6" ]; then
  echo "$6: file does not exist or is not readable or is not a regular file"
  exit 1
elif [ ! -d "$answers" ]; then
  echo "$6: Property List error: Unexpected character at line 1 / JSON error"
  exit 1
elif [ ! -f "$answers/$2" ]; then
  echo "Could not extract value, error: No value at that key path or invalid key path: $2"
  exit 1
fi
# In the shell itself: a thousand Macs are asked for some thousands of values.
while IFS= read -r line; do printf '%s\n' "$line"; done <"$answers/$2"
