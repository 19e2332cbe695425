#!/bin/sh
# A tile for Root3’s Support App: how the sign-in stands, with a badge where the person should act.
#
# Put it on the Mac as /usr/local/bin/vigil-tile.sh, owner root, mode 755, and name that path as OnAppearAction in the
# profile of the Support App. In version 3 the tile is an item of the type Extension with the ExtensionID vigil; in
# version 2 it is Extension A or B, and that letter goes below. So that a click opens Vigil: App, io.github.vigil-mac.
#
# It tells of the person whose screen it is; while nobody is logged in, of the one who was last.
# It reads status.plist in that home, starts nothing and changes nothing.
#
# build/deploy/support-app/vigil-tile.sh, made by `npm run generate`.

root=
PATH=$root/usr/bin:$root/bin:$root/usr/sbin:$root/sbin
LC_ALL=C
export PATH LC_ALL

# The ExtensionID for version 3; A or B for version 2.
extension=vigil

# tell BADGE TEXT, with BADGE true or false.
tell() {
  case $extension in
    A | B) text_key=ExtensionValue$extension badge_key=ExtensionAlert$extension ;;
    *) text_key=$extension badge_key=${extension}_alert ;;
  esac
  defaults write "$root/Library/Preferences/nl.root3.support.plist" "$text_key" -string "$2"
  defaults write "$root/Library/Preferences/nl.root3.support.plist" "$badge_key" -bool "$1"
  exit 0
}

nothing() {
  case $1 in
    not-installed) tell false 'Vigil is not installed' ;;
    unreadable) tell true 'Vigil is in trouble' ;;
    *) tell false 'Vigil has not run yet' ;;
  esac
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

# Whether Vigil runs, and its status is not overdue by more than 15 minutes. A process id that another program has got
# meanwhile can deceive for those minutes only.
is_fresh() {
  pid=$(value pid) || return 1
  case $pid in
    '' | 0* | *[!0-9]* | ????????*) return 1 ;;
  esac
  kill -0 "$pid" 2>/dev/null || return 1
  next=$(value nextAt)
  case $next in
    [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z) ;;
    *) return 1 ;;
  esac
  oldest=$(date -u -v-15M +%Y%m%d%H%M%S) || return 1
  # shellcheck disable=SC2086 # into its numbers
  next=$(IFS=-T:Z && set -- $next && printf %s "$@")
  [ "$next" -ge "$oldest" ]
}

phase=$(value phase) || nothing unreadable
is_fresh || tell true 'Vigil is not running'
badge=$(value attention)
[ "$badge" = true ] || badge=false
[ "$(value windowWaiting)" = true ] && tell "$badge" 'A sign-in window is waiting'
case $phase/$(value atRisk) in
  due-soon/true) tell "$badge" 'A sign-in window may open soon' ;;
  checking/true) tell "$badge" 'A sign-in window may open' ;;
  unknown/*) tell "$badge" 'Cannot tell right now' ;;
  unregistered/*) tell "$badge" 'Nothing to watch' ;;
  reactivating/*) tell "$badge" 'Signing you in' ;;
  deactivated/*) tell "$badge" 'Sign in to get access back' ;;
  protected/*) tell "$badge" 'Sign-in in order' ;;
  due-soon/*) tell "$badge" 'Next check soon' ;;
  checking/*) tell "$badge" 'Checking the sign-in' ;;
  overdue/*) tell "$badge" 'A check is overdue' ;;
esac
nothing unreadable
