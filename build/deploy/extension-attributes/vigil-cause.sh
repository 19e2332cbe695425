#!/bin/sh
# Extension attribute "Vigil cause" for Jamf Pro; data type String.
#
# The causes that Vigil has found, the most telling first and five at most, in the words of `vigil status --json`:
# "window-missed, conditional-access"; "none" where it has found none.
# It is what Vigil knew last, also while Vigil does not run; "Vigil phase" says whether it does.
#
# Where there is nothing to tell, it says why:
#   not-installed  there is no Vigil in /Applications
#   no-user        nobody has ever logged in
#   not-run        Vigil has not run for this person yet
#   unreadable     the status is damaged, or is no plain file
#
# It tells of the person whose screen it is; while nobody is logged in, of the one who was last.
# It reads status.plist in that home, starts nothing and changes nothing.
#
# build/deploy/extension-attributes/vigil-cause.sh, made by `npm run generate`.

root=
PATH=$root/usr/bin:$root/bin:$root/usr/sbin:$root/sbin
LC_ALL=C
export PATH LC_ALL

tell() {
  printf '<result>%s</result>\n' "$1"
  exit 0
}

nothing() {
  tell "$1"
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

# Of a list, plutil tells how long it is.
count=$(value findings)
case $count in
  0) tell none ;;
  '' | *[!0-9]* | ????*) nothing unreadable ;;
esac
causes=
index=0
while [ "$index" -lt "$count" ] && [ "$index" -lt 5 ]; do
  cause=$(value "findings.$index") || nothing unreadable
  case $cause in
    '' | *[!a-z0-9-]*) nothing unreadable ;;
  esac
  [ "${#cause}" -le 60 ] || nothing unreadable
  causes=${causes:+$causes, }$cause
  index=$((index + 1))
done
tell "$causes"
