#!/bin/sh
# /usr/bin/dscl . -list /Users NFSHomeDirectory
cat "${0%/usr/bin/dscl}/private/var/mac/directory" 2>/dev/null
