// The shell of which the readers of status.plist are made: see extension-attributes.ts.

export type Reader = {
  /** In the repository. */
  readonly path: string;
  /** What an administrator should know of it. */
  readonly about: readonly string[];
  /**
   * Shell that defines `tell`, which ends the script with what it has to tell, and `nothing`, which ends it where there
   * is nothing to tell; `$1` is why.
   */
  readonly ends: string;
  readonly body: string;
};

export function textOf({ path, about, ends, body }: Reader): string {
  const comment = about.map((line) => `# ${line}`.trimEnd()).join('\n');
  return `#!/bin/sh
${comment}
#
# ${path}, made by \`npm run generate\`.

root=
PATH=$root/usr/bin:$root/bin:$root/usr/sbin:$root/sbin
LC_ALL=C
export PATH LC_ALL

${ends}

${findStatus}

${body}
`;
}

/** For `about`. */
export const whose = [
  'It tells of the person whose screen it is; while nobody is logged in, of the one who was last.',
  'It reads status.plist in that home, starts nothing and changes nothing.',
] as const;

const findStatus = `[ -d "$root/Applications/Vigil.app" ] || nothing not-installed

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
}`;

const digits = (count: number) => '[0-9]'.repeat(count);

/** What `case` takes for a time in status.plist. */
const instant = `${digits(4)}-${digits(2)}-${digits(2)}T${digits(2)}:${digits(2)}:${digits(2)}Z`;

export const isFresh = `# Whether Vigil runs, and its status is not overdue by more than 15 minutes. A process id that another program has got
# meanwhile can deceive for those minutes only.
is_fresh() {
  pid=$(value pid) || return 1
  case $pid in
    '' | 0* | *[!0-9]* | ????????*) return 1 ;;
  esac
  kill -0 "$pid" 2>/dev/null || return 1
  next=$(value nextAt)
  case $next in
    ${instant}) ;;
    *) return 1 ;;
  esac
  oldest=$(date -u -v-15M +%Y%m%d%H%M%S) || return 1
  # shellcheck disable=SC2086 # into its numbers
  next=$(IFS=-T:Z && set -- $next && printf %s "$@")
  [ "$next" -ge "$oldest" ]
}`;

export const asDate = `# A time of status.plist in the form that Jamf Pro takes; nothing from anything else.
as_date() {
  case $1 in
    ${instant})
      time=\${1#*T}
      printf '%s %s' "\${1%T*}" "\${time%Z}"
      ;;
  esac
}`;

export function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
