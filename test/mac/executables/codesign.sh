#!/bin/sh
# /usr/bin/codesign: checks a bundle against a requirement that names a team, and displays whose signature it bears.
# The inline form is -R=REQUIREMENT in one argument; a second "=" is a syntax error, and "-R FILE" reads a file.
state=${0%/usr/bin/codesign}/private/var/mac
verify=no
display=no
requirement=
while [ $# -gt 1 ]; do
  case "$1" in
    --verify | -v | -vv) verify=yes ;;
    --display | -d | -dv | -dvv | -dvvv | -dvvvv) display=yes ;;
    -R==*)
      echo '1:1: unexpected token: =' >&2
      exit 1
      ;;
    -R=*) requirement=${1#-R=} ;;
    --strict | --deep | --verbose=* | --all-architectures) ;;
    *)
      echo 'Usage: codesign -v [-v*] [-R=<req string>|-R <req file path>] path ... # verify' >&2
      exit 2
      ;;
  esac
  shift
done
bundle=${1%/}
if [ ! -e "$bundle" ]; then
  echo "$bundle: No such file or directory" >&2
  exit 1
fi
case "$bundle" in
  *'/Jamf Conditional Access.app' | *'/Jamf Conditional Access')
    name='Jamf Conditional Access'
    identifier=com.jamf.management.jamfAAD
    IFS= read -r team <"$state/team-of-agent"
    ;;
  *)
    name=Jamf
    identifier=com.jamf.management.Jamf
    IFS= read -r team <"$state/team-of-jamf-app"
    ;;
esac
if [ "$team" = unsigned ]; then
  echo "$bundle: code object is not signed at all" >&2
  exit 1
fi
if [ "$display" = yes ]; then
  cat >&2 <<END
Executable=$bundle/Contents/MacOS/$name
Identifier=$identifier
Format=app bundle with Mach-O universal (x86_64 arm64)
CodeDirectory v=20500 size=1234 flags=0x10000(runtime) hashes=30+7 location=embedded
Authority=Developer ID Application: JAMF Software ($team)
Authority=Developer ID Certification Authority
Authority=Apple Root CA
TeamIdentifier=$team
Runtime Version=15.0.0
END
  exit 0
fi
[ "$verify" = yes ] || exit 2
case "$requirement" in
  '') ;;
  'anchor apple generic'*)
    wanted=${requirement##*leaf\[subject.OU\] = }
    wanted=${wanted%%[!\"A-Z0-9]*}
    if [ "$wanted" != "\"$team\"" ] && [ "$wanted" != "$team" ]; then
      echo 'test-requirement: code failed to satisfy specified code requirement(s)' >&2
      exit 3
    fi
    ;;
  *)
    echo '1:1: the simulated Mac knows only: anchor apple generic and certificate leaf[subject.OU] = "TEAM"' >&2
    exit 1
    ;;
esac
