import { z } from 'zod';
import { about } from './about.ts';
import { helpSettings } from './help.ts';
import { absolutePath } from './texts.ts';

const since = '0.1.0';

/**
 * The one table of settings: name, type, range, default, and what an admin reads about it. What admins install is generated
 * from it (`npm run generate`), in this order.
 */
export const settingsTable = z.object({
  WarningMinutes: z
    .int()
    .min(1)
    .max(60)
    .default(10)
    .meta(
      about({
        title: 'Warning time in minutes',
        description: 'Minutes before the lapse from which a sign-in counts as due soon.',
        since,
      }),
    ),
  WarnBeforeLapse: z
    .enum(['always', 'atRisk', 'never'])
    .default('atRisk')
    .meta(
      about({
        title: 'Notify before a sign-in is due',
        description:
          'Notify before a sign-in is due: always, only with evidence that it may not go by itself, or never.',
        since,
        choices: { always: 'Always', atRisk: 'Only when it may fail', never: 'Never' },
      }),
    ),
  NotificationsAllowed: z
    .boolean()
    .default(false)
    .meta(
      about({
        title: 'Notifications are allowed by a profile',
        description:
          'A notifications profile for Vigil is installed, so nobody has to be asked for permission.',
        since,
        forcedOnly: true,
      }),
    ),
  IconVisibility: z
    .enum(['always', 'whenNeeded', 'never'])
    .default('always')
    .meta(
      about({
        title: 'Icon in the menu bar',
        description:
          'Show the icon always, only when something needs the person, or never. Vigil watches in any case, and its window opens from Finder or Spotlight.',
        since,
        choices: { always: 'Always', whenNeeded: 'Only when something needs the person', never: 'Never' },
      }),
    ),
  Language: z
    .enum(['', 'en', 'de', 'fr', 'es', 'ja'])
    .default('')
    .meta(
      about({
        title: 'Language',
        description: 'Language of everything that Vigil says. Empty: the one of macOS.',
        since,
        choices: {
          '': 'As macOS',
          en: 'English',
          de: 'Deutsch',
          fr: 'Français',
          es: 'Español',
          ja: '日本語',
        },
      }),
    ),
  AllowQuit: z
    .boolean()
    .default(true)
    .meta(
      about({
        title: 'Allow to quit Vigil',
        description: 'Offer Quit in the menu of the icon.',
        since,
        forcedOnly: true,
      }),
    ),
  ...helpSettings,
  LogRelayFile: absolutePath()
    .default('')
    .meta(
      about({
        title: 'File with the relayed log',
        description:
          'The file that a job of the organisation fills with the log, for people who are no administrators. Only root may be able to write it.',
        since,
        forcedOnly: true,
      }),
    ),
  LedgerDays: z
    .int()
    .min(1)
    .max(90)
    .default(30)
    .meta(
      about({
        title: 'Days to remember',
        description: 'Days for which Vigil remembers what happened to the sign-in.',
        since,
      }),
    ),
  NetworkCheckAllowed: z
    .boolean()
    .default(true)
    .meta(
      about({
        title: 'Allow the check of the network',
        description:
          'Let a person check whether the hosts that a sign-in needs are reached. It makes requests to them, and only when it is called.',
        since,
        forcedOnly: true,
      }),
    ),
  LogLevel: z
    .enum(['error', 'warn', 'info', 'debug'])
    .default('info')
    .meta(
      about({
        title: 'Detail of the log file',
        description: 'How much Vigil writes to its own log file, ~/Library/Logs/Vigil/vigil.log.',
        since,
        choices: { error: 'Errors', warn: 'Errors and warnings', info: 'Normal', debug: 'All' },
      }),
    ),
});

export type Settings = Readonly<z.output<typeof settingsTable>>;
export const defaultSettings: Settings = settingsTable.parse({});
