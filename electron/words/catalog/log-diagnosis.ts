import type { Section } from '../entry.ts';
import { noted } from './noted.ts';

/** What `vigil diagnose` says about exported logs, to administrators. */
export const logDiagnosis = {
  ...noted('An event in the log of macOS, as a label in a timeline.', {
    'event.signed-in': 'Signed in',
    'event.sign-in-failed': 'Sign-in failed, access switched off',
    'event.silent-failed': 'Silent sign-in failed',
    'event.interactive-failed': 'Sign-in window ended without a token',
    'event.interactive-cancelled': 'Sign-in window closed',
    'event.interactive-error': 'Sign-in window failed',
    'event.query-failed': 'Question to the sign-in library failed',
    'event.token-acquired': 'Token acquired',
    'event.ran-as-root': 'Ran as root',
    'event.aad-error': 'Entra answered with an error',
    'event.http-error': 'HTTP error',
    'event.network-error': 'Network error',
    'event.throttled': 'Throttled',
    'event.interaction-required': 'Interaction required',
    'event.multiple-accounts': 'Several accounts found',
    'event.account-missing': 'No account found',
    'event.account-deleted': 'Account deleted',
    'event.account-not-onboarded': 'Account not onboarded',
    'event.keychain-error': 'Keychain error',
    'event.no-refresh-token': 'No refresh token',
    'event.refresh-token-removed': 'Refresh token removed',
    'event.served-from-cache': 'Served from the cache',
    'event.authority-checked': 'Authority checked',
    'event.flow-begun': 'Sign-in begun',
    'event.flow-finished': 'Sign-in answered',
    'event.fallback-considered': 'Going on without the SSO extension considered',
    'event.fell-back': 'Went on without the SSO extension',
    'event.sso-not-appsso-url': 'Address not handed to the SSO extension',
    'event.sso-error': 'Single sign-on of macOS failed',
    'event.sso-recursion': 'SSO extension called itself',
    'event.sso-caller-denied': 'App denied by the SSO profile',
    'event.sso-entitlement-missing': 'App without the entitlement for single sign-on',
    'event.sso-configuration': 'SSO profiles read',
    'event.association-failed': 'Associated domain not verified',
    'event.extension-error': 'SSO extension failed',
    'event.extension-cancelled': 'SSO extension cancelled',
    'event.extension-dead': 'SSO extension does not start',
    'event.extension-request': 'SSO extension asked',
    'event.extension-request-done': 'SSO extension answered',
    'event.extension-request-ignored': 'SSO extension ignored the question',
  }),

  ...noted('What limits the diagnosis of a log.', {
    'log-note.nothing-relevant':
      'Nothing in it is about the company sign-in. Was it exported on the right Mac, for the right time, by an administrator?',
    'log-note.no-debug':
      'Lines of level debug are missing: what only they tell (several accounts, above all) is not known. The next export should have --info and --debug.',
    'log-note.no-levels':
      'This style does not tell levels, so it is not known whether lines of level debug are missing.',
  }),
  'log-note.no-zone': {
    english: 'Compact style tells no time zone: its times are taken for times in {zone}.',
    note: 'What limits the diagnosis of a log. zone: name of a time zone.',
    takes: { zone: 'text' },
  },
  'log-note.other-zone': {
    english:
      'The log is of a Mac in another time zone: by its own lines in UTC, all times here have to be moved by {hours} hours.',
    note: 'What limits the diagnosis of a log. hours: such as +5:30.',
    takes: { hours: 'text' },
  },
  'log-note.several-accounts': {
    english: 'Lines of several people are in it: {accounts}. With --user NAME only one of them counts.',
    note: 'What limits the diagnosis of a log. accounts: names. Do not translate --user.',
    takes: { accounts: 'text' },
  },
  'log-note.duplicates': {
    english: 'Lines that are in two of the files, counted once: {count}.',
    note: 'About a log. count: a number.',
    takes: { count: 'text' },
  },
  'log-note.left-out': {
    english: 'Of each kind of event only the newest are looked at. Older ones, left out: {count}.',
    note: 'What limits the diagnosis of a log. count: a number.',
    takes: { count: 'text' },
  },
  'log-note.cut-at-start': {
    english: '{file} does not begin with a whole record.',
    note: 'About a log. file: its path.',
    takes: { file: 'text' },
  },
  'log-note.cut-at-end': {
    english: '{file} ends within a record.',
    note: 'About a log. file: its path.',
    takes: { file: 'text' },
  },
  'log-note.gzip-truncated': {
    english: '{file} breaks off: it was not packed or not copied to its end.',
    note: 'About a log that was packed by gzip.',
    takes: { file: 'text' },
  },
  'log-note.gzip-corrupt': {
    english: '{file} is damaged: nothing behind the damage could be read.',
    note: 'About a log that was packed by gzip.',
    takes: { file: 'text' },
  },
  'log-note.malformed': {
    english: 'Lines of {file} that look like records and cannot be read: {count}.',
    note: 'About a log. count: a number.',
    takes: { file: 'text', count: 'text' },
  },
  'log-note.too-long': {
    english: 'Records of {file} of more than 1 MB, left out: {count}.',
    note: 'About a log. count: a number.',
    takes: { file: 'text', count: 'text' },
  },
  'log-note.losses': {
    english: 'Times that macOS itself lost records, as {file} tells: {count}. Evidence may be missing.',
    note: 'What limits the diagnosis of a log. count: a number.',
    takes: { file: 'text', count: 'text' },
  },

  ...noted('Why a file is no log, as one sentence. Do not translate commands.', {
    'not-a-log.empty':
      'It is empty. An export leaves an empty file where the person may not read the log: export as an administrator.',
    'not-a-log.utf-16':
      'It is UTF-16 text. Export again without an editor or Windows in between, or convert: iconv -f UTF-16 -t UTF-8',
    'not-a-log.packed': 'It is packed, and not by gzip. Unpack it first.',
    'not-a-log.gzip-damaged': 'It is packed by gzip and damaged from the beginning.',
    'not-a-log.binary': 'It is no text.',
    'not-a-log.other-text':
      'It is text, but not as log show or log stream print it (NDJSON, JSON, default, compact or syslog style).',
  }),
  ...noted('Why a file cannot be read, as one sentence. Do not translate commands.', {
    'unreadable-log.absent': 'There is no such file.',
    'unreadable-log.no-permission': 'You may not read it.',
    'unreadable-log.folder':
      'It is a folder. Of a .logarchive make a text first: log show --archive FILE --info --debug --style ndjson',
    'unreadable-log.io-error': 'The system cannot read it.',
  }),

  ...noted('Heading or label in the diagnosis of a log.', {
    'diagnose.title': 'Sign-in diagnosis',
    'diagnose.findings': 'Findings',
    'diagnose.timeline': 'Timeline',
    'diagnose.files': 'Files',
    'diagnose.file': 'File',
    'diagnose.notes': 'Notes',
    'diagnose.evidence': 'Evidence',
    'diagnose.steps': 'Steps',
    'diagnose.entra': 'Entra sign-in logs, filtered by',
    'diagnose.codes': 'Codes',
    'diagnose.user': 'User',
    'diagnose.it': 'IT',
    'diagnose.no-findings': 'Nothing wrong was found in what was read.',
    'diagnose.no-events': 'Nothing happened that Vigil knows.',
    'diagnose.style': 'Style',
    'diagnose.records': 'Records',
    'diagnose.relevant': 'About the sign-in',
    'diagnose.unknown': 'Of these unknown',
    'diagnose.span': 'From – to',
    'diagnose.empty-style': 'unknown',
    'diagnose.when': 'When',
    'diagnose.what': 'What',
    'diagnose.where': 'Where',
    'lane.signed-in': 'Signed in',
    'lane.failed': 'Failed',
    'lane.cause': 'Signs of causes',
  }),
  'diagnose.earlier': {
    english: 'Earlier entries, left out: {count}.',
    note: 'Above a timeline. count: a number.',
    takes: { count: 'text' },
  },
  'diagnose.picture': {
    english:
      'Timeline from {from} to {to}. Sign-ins that worked: {good}. Failures: {failed}. Signs of causes: {causes}.',
    note: 'Text alternative of the picture of a timeline. from, to: times; the others: numbers.',
    takes: { from: 'text', to: 'text', good: 'text', failed: 'text', causes: 'text' },
  },
  'diagnose.footer': {
    english:
      'Written by Vigil {version}. It holds lines of the log as they were: names and addresses in them too.',
    note: 'At the end of the page. version: a version number.',
    takes: { version: 'text' },
  },
  'diagnose.reading': {
    english: 'Reading … {share}',
    note: 'Progress in a terminal. share: such as 45 % or 120 MB.',
    takes: { share: 'text' },
  },
  'diagnose.no-output': {
    english: 'The page could not be written to {file} ({code}).',
    note: 'Error. code: the code of the system.',
    takes: { file: 'text', code: 'text' },
  },
  'diagnose.output-is-log': {
    english: '{file} is a log that was to be read, so nothing was written. Give the page another name.',
    note: 'Error, where the page would take the place of the log itself.',
    takes: { file: 'text' },
  },
} as const satisfies Section;
