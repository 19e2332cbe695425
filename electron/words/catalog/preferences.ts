import type { Section } from '../entry.ts';

/** What the person may set. */
export const preferences = {
  'preferences.title': {
    english: 'Settings',
    note: 'Heading, and what VoiceOver reads of the button with the gear. As Apple names settings of an app.',
  },
  'preferences.warn': {
    english: 'Notify before a sign-in check',
    note: 'Heading above the choices Always, When it may fail, Never.',
  },
  'preferences.warn.always': { english: 'Always', note: 'Choice below "Notify before a sign-in check".' },
  'preferences.warn.atRisk': {
    english: 'When it may need me',
    note: 'Choice below "Notify before a sign-in check": only with signs that the check will ask the person.',
  },
  'preferences.warn.never': { english: 'Never', note: 'Choice below "Notify before a sign-in check".' },
  'preferences.language': { english: 'Language', note: 'Heading above the languages.' },
  'preferences.language.system': { english: 'Same as macOS', note: 'The first of the languages.' },
  'preferences.language.name': {
    english: '{name}',
    note: 'The name of a language in that language, alone.',
    takes: { name: 'text' },
  },
  'preferences.open-at-login': {
    english: 'Open Vigil at login',
    note: 'A checkbox. As in System Settings of macOS.',
  },
  'preferences.managed': {
    english: 'Set by your organization',
    note: 'Below a setting that the person cannot change.',
  },
  'preferences.failed': {
    english: 'This could not be saved. Please try again.',
    note: 'Said when a setting was changed and could not be kept.',
  },
} as const satisfies Section;
