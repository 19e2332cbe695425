#!/bin/sh
# Extension attribute "Vigil last sign-in" for Jamf Pro; data type Date.
#
# When Jamf Conditional Access last signed in.
# It is what Vigil knew last, also while Vigil does not run; "Vigil phase" says whether it does.
# In UTC, so that it compares across a fleet and no hour comes twice a year. Empty where there is none, or no Vigil.
#
# It tells of the person whose screen it is; while nobody is logged in, of the one who was last.
# It reads status.plist in that home, starts nothing and changes nothing.
#
# build/deploy/extension-attributes/vigil-last-sign-in.sh, made by `npm run generate`.

root=
PATH=$root/usr/bin:$root/bin:$root/usr/sbin:$root/sbin
LC_ALL=C
export PATH LC_ALL

tell() {
  printf '<result>%s</result>\n' "$1"
  exit 0
}

nothing() {
  tell ''
}

[ -d "$root/Applications/Vigil.app" ] || nothing not-installed

user=$(stat -f %Su /dev/console) || user=
case $user in
  # The login window, or Setup Assistant.
  '' | root | loginwindow | _*)
    user=$(plutil -extract lastUserName raw -o - "$root/Library/Preferences/com.apple.loginwindow.plist" 2>/dev/null) || user=
    ;;
esac
case $user in
  '' | root | loginwindow | [_.+-]* | */*) nothing no-user ;;
  *[!A-Za-z0-9._-]*) home=/Users/$user ;;
  # The shell looks up where that home is: cheaper than dscl, and safe with these characters only.
  *) eval "home=~$user" ;;
esac
case $home in
  /*) ;;
  *) home=/Users/$user ;;
esac

# The person can put anything there, and this runs as root: nothing but a small plain file is read, and nothing but what
# looks as it should is told.
status="$root$home/Library/Application Support/Vigil/status.plist"
[ -e "$status" ] || [ -L "$status" ] || nothing not-run
if [ ! -f "$status" ] || [ -L "$status" ]; then nothing unreadable; fi
[ "$(($(wc -c <"$status")))" -le 65536 ] || nothing unreadable

# plutil complains on stdout of what is not there; its exit code tells.
value() {
  text=$(plutil -extract "$1" raw -o - "$status" 2>/dev/null) && printf '%s' "$text"
}

# A time of status.plist in the form that Jamf Pro takes; nothing from anything else.
as_date() {
  case $1 in
    [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z)
      time=${1#*T}
      printf '%s %s' "${1%T*}" "${time%Z}"
      ;;
  esac
}

tell "$(as_date "$(value lastSignInAt)")"
