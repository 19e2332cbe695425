import type { Section } from '../entry.ts';
import { noted } from './noted.ts';

/** The disclosure "What happened": a picture of the last 24 hours, and the same as a list. */
export const moments = {
  'timeline.title': { english: 'What happened', note: 'Name of the disclosure.' },
  'timeline.picture': {
    english:
      'The last 24 hours: {good, plural, =0 {no sign-in} one {# sign-in} other {# sign-ins}} that worked, {trouble, plural, =0 {nothing} one {# thing} other {# things}} that went wrong. Last of all, at {at}: {last}',
    note: 'Text alternative of the picture, read by VoiceOver. last: one of the sentences of the list. at: clock time.',
    takes: { good: 'count', trouble: 'count', at: 'instant', last: 'message' },
  },
  'timeline.nothing': {
    english: 'Nothing happened in the last 24 hours.',
    note: 'In place of the picture and the list.',
  },
  'timeline.now': { english: 'Now', note: 'At the right end of the picture. As short as possible.' },
  'moment.signed-in.often': {
    english: 'Signed in {count, plural, one {once} other {# times}} since {since}.',
    note: 'In the list, behind the time of the newest of these sign-ins, between which nothing else happened.',
    takes: { count: 'count', since: 'instant' },
  },

  ...noted('Something that happened to the company sign-in, as one sentence behind its time.', {
    'moment.signed-in': 'Signed in.',
    'moment.reactivated': 'Signed in again: access is back on.',
    'moment.deactivated': 'Company access was switched off.',
    'moment.silent-failed': 'The sign-in did not work by itself.',
    'moment.window-missed': 'A sign-in window was not answered, or the sign-in in it failed.',
    'moment.window-cancelled': 'A sign-in window was closed before the end.',
    'moment.window-failed': 'The sign-in in a window failed.',
    'moment.attempt-failed': 'The sign-in that you started did not work.',
    'moment.attempt-stopped': 'You stopped a sign-in.',
    'moment.not-started': 'No sign-in was started when you asked for one.',
  }),
} as const satisfies Section;
