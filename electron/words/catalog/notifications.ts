import type { Section } from '../entry.ts';

/**
 * Notifications. A title stays under about 40 characters and a body, written out, under 200 bytes of UTF-8, or macOS
 * cuts it off.
 */
export const notifications = {
  'notify.greeting.title': {
    english: 'Notifications are on',
    note: 'Title of the first notification, right after the person has turned them on.',
  },
  'notify.greeting.body': {
    english: 'Vigil tells you here when a sign-in window needs you, and leaves you in peace otherwise.',
    note: 'Body of the first notification.',
  },
  'notify.deactivated.title': {
    english: 'Sign in to get access back',
    note: 'Title of a notification: the Mac has lost its access to company resources.',
  },
  'notify.deactivated.body': {
    english: 'A sign-in was missed or failed. Until you sign in again, company apps may refuse this Mac.',
    note: 'Body of the first notification about it.',
  },
  'notify.deactivated.reminder': {
    english: 'Since {since}, company apps may refuse this Mac. Please sign in again.',
    note: 'Body of a reminder. since: day and clock time.',
    takes: { since: 'instant' },
  },
  'notify.due-soon.title': {
    english: 'A sign-in window may open soon',
    note: 'Title of a notification, minutes before a check that may ask the person to sign in.',
  },
  'notify.due-soon.body': {
    english: 'It would come after {at}. Please answer it: a missed window switches company access off.',
    note: 'Body. at: clock time.',
    takes: { at: 'instant' },
  },
  'notify.waiting.title': {
    english: 'A sign-in window is waiting',
    note: 'Title of a notification: a window of the app "Jamf Conditional Access" waits for the person.',
  },
  'notify.waiting.body': {
    english:
      'Press ⌘ Tab to find “Jamf Conditional Access”, or look in your browser. Please finish it there.',
    note: 'Body. Do not translate the name of the app.',
  },
  'notify.overdue.title': {
    english: 'A sign-in check is overdue',
    note: 'Title of a notification: the automatic check has not run.',
  },
  'notify.overdue.body': {
    english: 'Nothing is lost so far. Please tell your IT team that the regular sign-in check does not run.',
    note: 'Body: whom to call.',
  },
} as const satisfies Section;
