import type { Section } from '../entry.ts';

/** The box that says why and what to do, and the disclosure with everything that helps IT. */
export const reasons = {
  'why.title': {
    english: 'Why, and what to do',
    note: 'Heading for VoiceOver, before the cause of the trouble and the steps that the person can take.',
  },
  'for-it.title': { english: 'For IT', note: 'Name of the disclosure. As short as possible.' },
  'for-it.belief': {
    english: '{confidence}. {because}',
    note: 'How sure a cause is, and why it is believed: "Likely. An error code in the log names it."',
    takes: { confidence: 'message', because: 'message' },
  },
  'for-it.earlier': {
    english: '{count, plural, one {and # earlier line} other {and # earlier lines}}',
    note: 'Below the newest few lines of the log that speak for a cause. count: how many more there are.',
    takes: { count: 'count' },
  },
} as const satisfies Section;
