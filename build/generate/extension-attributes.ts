import { phases } from '../../electron/assess/view.ts';
import { phases as said } from '../../electron/words/catalog/phases.ts';
import { asDate, isFresh, quoted, type Reader, textOf, whose } from './status-readers.ts';

/**
 * What reads status.plist on Macs, by its path in the repository: extension attributes for Jamf Pro, and a tile for
 * Root3's Support App. Each is pasted or uploaded by itself, so what they share is written into each from here.
 */
export function extensionAttributes(): Readonly<Record<string, string>> {
  return Object.fromEntries([...attributes, tile].map((reader) => [reader.path, textOf(reader)]));
}

const pathOf = (name: string) => `build/deploy/extension-attributes/vigil-${name}.sh`;

const tell = `tell() {
  printf '<result>%s</result>\\n' "$1"
  exit 0
}`;

const tellWhy = `${tell}

nothing() {
  tell "$1"
}`;

/** Where there is no date Jamf Pro wants nothing: it takes no words for a Date. */
const tellNothing = `${tell}

nothing() {
  tell ''
}`;

const reasons = [
  'Where there is nothing to tell, it says why:',
  '  not-installed  there is no Vigil in /Applications',
  '  no-user        nobody has ever logged in',
  '  not-run        Vigil has not run for this person yet',
  '  unreadable     the status is damaged, or is no plain file',
] as const;

const lastKnown =
  'It is what Vigil knew last, also while Vigil does not run; "Vigil phase" says whether it does.';

const utc = [
  'In UTC, so that it compares across a fleet and no hour comes twice a year. Empty where there is none, or no Vigil.',
] as const;

const attributes: readonly Reader[] = [
  {
    path: pathOf('phase'),
    about: [
      'Extension attribute "Vigil phase" for Jamf Pro; data type String.',
      '',
      'The phase, in the words of `vigil status --json`:',
      `  ${phases.slice(0, 4).join(', ')},`,
      `  ${phases.slice(4).join(', ')}`,
      'or "stale (PHASE)" where Vigil does not run, or has told nothing for a while; that phase is the last that it knew.',
      'A smart group of all Macs without access has the criterion: "Vigil phase" like "deactivated".',
      '',
      ...reasons,
      '',
      ...whose,
    ],
    ends: tellWhy,
    body: `${isFresh}

phase=$(value phase) || nothing unreadable
case $phase in
  ${phases.join(' | ')}) ;;
  *) nothing unreadable ;;
esac
if is_fresh; then tell "$phase"; fi
tell "stale ($phase)"`,
  },
  {
    path: pathOf('since'),
    about: [
      'Extension attribute "Vigil since" for Jamf Pro; data type Date.',
      '',
      'Since when the phase holds that "Vigil phase" names.',
      lastKnown,
      ...utc,
      '',
      ...whose,
    ],
    ends: tellNothing,
    body: `${asDate}

tell "$(as_date "$(value since)")"`,
  },
  {
    path: pathOf('last-sign-in'),
    about: [
      'Extension attribute "Vigil last sign-in" for Jamf Pro; data type Date.',
      '',
      'When Jamf Conditional Access last signed in.',
      lastKnown,
      ...utc,
      '',
      ...whose,
    ],
    ends: tellNothing,
    body: `${asDate}

tell "$(as_date "$(value lastSignInAt)")"`,
  },
  {
    path: pathOf('cause'),
    about: [
      'Extension attribute "Vigil cause" for Jamf Pro; data type String.',
      '',
      'The causes that Vigil has found, the most telling first and five at most, in the words of `vigil status --json`:',
      '"window-missed, conditional-access"; "none" where it has found none.',
      lastKnown,
      '',
      ...reasons,
      '',
      ...whose,
    ],
    ends: tellWhy,
    body: `# Of a list, plutil tells how long it is.
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
  [ "\${#cause}" -le 60 ] || nothing unreadable
  causes=\${causes:+$causes, }$cause
  index=$((index + 1))
done
tell "$causes"`,
  },
  {
    path: pathOf('version'),
    about: [
      'Extension attribute "Vigil version" for Jamf Pro; data type String.',
      '',
      'The version of Vigil that last ran for this person. After an upgrade it differs from the one in /Applications until',
      'Vigil has been started anew.',
      '',
      ...reasons,
      '',
      ...whose,
    ],
    ends: tellWhy,
    body: `version=$(value vigilVersion) || nothing unreadable
case $version in
  '' | *[!0-9A-Za-z.+-]*) nothing unreadable ;;
esac
[ "\${#version}" -le 60 ] || nothing unreadable
tell "$version"`,
  },
];

const headline = (id: keyof typeof said) => `tell "$badge" ${quoted(said[id].english)}`;

const tile: Reader = {
  path: 'build/deploy/support-app/vigil-tile.sh',
  about: [
    'A tile for Root3’s Support App: how the sign-in stands, with a badge where the person should act.',
    '',
    'Put it on the Mac as /usr/local/bin/vigil-tile.sh, owner root, mode 755, and name that path as OnAppearAction in the',
    'profile of the Support App. In version 3 the tile is an item of the type Extension with the ExtensionID vigil; in',
    'version 2 it is Extension A or B, and that letter goes below. So that a click opens Vigil: App, io.github.vigil-mac.',
    '',
    ...whose,
  ],
  ends: `# The ExtensionID for version 3; A or B for version 2.
extension=vigil

# tell BADGE TEXT, with BADGE true or false.
tell() {
  case $extension in
    A | B) text_key=ExtensionValue$extension badge_key=ExtensionAlert$extension ;;
    *) text_key=$extension badge_key=\${extension}_alert ;;
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
}`,
  body: `${isFresh}

phase=$(value phase) || nothing unreadable
is_fresh || tell true 'Vigil is not running'
badge=$(value attention)
[ "$badge" = true ] || badge=false
[ "$(value windowWaiting)" = true ] && ${headline('waiting.headline')}
case $phase/$(value atRisk) in
  due-soon/true) ${headline('due-soon.risk.headline')} ;;
  checking/true) ${headline('checking.risk.headline')} ;;
${phases.map((phase) => `  ${phase}/*) ${headline(`${phase}.headline`)} ;;`).join('\n')}
esac
nothing unreadable`,
};
