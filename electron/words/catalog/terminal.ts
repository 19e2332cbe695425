import type { Section } from '../entry.ts';

/** What only the command line says. */
export const terminal = {
  'terminal.needs-yes': {
    english: 'Nothing was started. To sign in all the same, add --yes.',
    note: 'After the warning, where nobody can be asked. Do not translate --yes.',
  },
  'terminal.left-alone': { english: 'Nothing was started.', note: 'After the person has said no.' },
  'terminal.interrupted': {
    english: 'The sign-in goes on in its window. Press Ctrl-C once more to stop it.',
    note: 'After the first Ctrl-C while a sign-in runs.',
  },
} as const satisfies Section;
