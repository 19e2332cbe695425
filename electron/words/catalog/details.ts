import type { Section } from '../entry.ts';

/** The disclosure "Details" of the popover, and the lines of `vigil status`. */
export const details = {
  'details.title': { english: 'Details', note: 'Name of the disclosure.' },
  'details.last-sign-in': { english: 'Last sign-in', note: 'Label in Details.' },
  'details.next-check': { english: 'Next check', note: 'Label in Details.' },
  'details.jamf': { english: 'Jamf Pro', note: 'Label in Details: the version of Jamf Pro.' },
  'details.log': {
    english: 'Log access',
    note: 'Label in Details: whether Vigil may read the log of macOS.',
  },
  'details.account': { english: 'Account', note: 'Label in Details: the name of the account on this Mac.' },
  'details.app-id': {
    english: 'Sign-in app',
    note: 'Label in Details: the id of the app in Microsoft Entra ID that the sign-in goes to.',
  },
  'details.vigil': { english: 'Vigil', note: 'Label in Details: the version of Vigil.' },
  'details.at': { english: '{at}', note: 'A time alone.', takes: { at: 'instant' } },
  'details.between': {
    english: '{span}',
    note: 'A span of time alone, e.g. "14:20–14:35".',
    takes: { span: 'span' },
  },
  'details.labelled': {
    english: '{label}:',
    note: 'A label before what it names. With the space before the colon that the language wants.',
    takes: { label: 'message' },
  },
  'details.text': { english: '{text}', note: 'A name or an id alone.', takes: { text: 'text' } },
  'details.version': { english: '{version}', note: 'A version number alone.', takes: { version: 'text' } },
  'details.last-sign-in.none': { english: 'None yet', note: 'Value of "Last sign-in".' },
  'details.next-check.none': {
    english: 'Not scheduled',
    note: 'Value of "Next check" where this version of Jamf Pro has no regular check. Nothing is wrong.',
  },
  'details.next-check.unknown': { english: 'Unknown', note: 'Value of "Next check".' },
  'details.jamf.absent': { english: 'Not installed', note: 'Value of "Jamf Pro".' },
  'details.jamf.unknown': { english: 'Version unknown', note: 'Value of "Jamf Pro".' },
  'details.log.granted': { english: 'Yes', note: 'Value of "Log access".' },
  'details.log.denied': {
    english: 'Administrators only',
    note: 'Value of "Log access". This is usual and no fault.',
  },
  'details.log.relayed': {
    english: 'Through your IT team',
    note: 'Value of "Log access": a job that IT has installed hands the log on.',
  },
  'details.log.failing': { english: 'Not at the moment', note: 'Value of "Log access".' },
} as const satisfies Section;
