#!/bin/sh
# /usr/bin/plutil: -extract KEY raw -o - FILE of flat XML files, and -convert json -o - FILE. Where there is no such key
# it says so on the standard output.
case "$1" in
  -extract)
    [ -f "$6" ] || {
      echo "$6: file does not exist or is not readable or is not a regular file"
      exit 1
    }
    text=
    while IFS= read -r line || [ -n "$line" ]; do text=$text$line; done <"$6"
    value=
    case $text in
      *"<key>$2</key>"*)
        value=${text#*"<key>$2</key>"}
        value=${value#*<}
        # <true/>, or what is between <string> and </string>.
        case ${value%%>*} in
          */) value=${value%%/*} ;;
          *) value=${value#*>} value=${value%%<*} ;;
        esac
        ;;
    esac
    [ -n "$value" ] || {
      echo "$6: Could not extract value, error: No value at that key path or invalid key path: $2"
      exit 1
    }
    printf '%s\n' "$value"
    ;;
  -convert)
    # shellcheck disable=SC2016 # the dollar is JavaScript's
    exec "${VIGIL_TEST_NODE:?}" --input-type=module -e '
      import { readFileSync } from "node:fs";
      import { parse } from "plist";
      process.stdout.write(JSON.stringify(parse(readFileSync(process.argv[1], "utf8"))));
    ' "$5"
    ;;
  *) exit 1 ;;
esac
