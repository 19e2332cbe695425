#!/bin/sh
# /usr/bin/app-sso: a Mac without Platform SSO. The answer is headings with JSON under them, not one JSON document.
case "$*" in
  'platform -s')
    cat <<'END'
Time: 2026-11-25 00:00:00 +0000

Device Configuration:
 {
  "extensionIdentifier" : "com.microsoft.CompanyPortalMac.ssoextension",
  "registrationCompleted" : false
}

Login Configuration:
 (null)

User Configuration:
 (null)

SSO Tokens:
 (null)
END
    ;;
  -l) echo '(null)' ;;
  *)
    echo 'app-sso: the simulated Mac answers only: app-sso platform -s, app-sso -l' >&2
    exit 64
    ;;
esac
