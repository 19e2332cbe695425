#!/bin/sh
# /bin/sleep, a hundred times as fast.
/bin/sleep "$(printf '0.%02d' "$1")"
