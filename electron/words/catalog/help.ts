import type { Section } from '../entry.ts';

/** Where help is offered, in Vigil's words; the organisation's own stand beside them. */
export const help = {
  'help.title': { english: 'Help', note: 'Heading above whom to ask and what the organisation says.' },
  'help.title.named': {
    english: 'Help from {name}',
    note: 'The same with the name of the organisation.',
    takes: { name: 'text' },
  },
  'help.text': {
    english: '{text}',
    note: 'What the organisation has written itself, alone.',
    takes: { text: 'text' },
  },
  'help.page': { english: 'Help Page', note: 'Button that opens a page of the organisation.' },
  'help.register': {
    english: 'Register This Mac',
    note: 'Button that opens where a Mac is registered for company access.',
  },
  'blocked.title': {
    english: 'Blocked anyway?',
    note: 'Name of the disclosure for people whom a company app refuses, though their sign-in is in order.',
  },
  'blocked.sentence': {
    english:
      'Vigil knows of the sign-in only, and that is in order. An app can refuse this Mac for other reasons.',
    note: 'First sentence below "Blocked anyway?".',
  },
  'blocked.try': {
    english: 'Quit the app that refuses you, open it again, and use your work account.',
    note: 'What to try first, below "Blocked anyway?".',
  },
  'blocked.ask': {
    english: 'If that does not help, ask your IT team:',
    note: 'Below "Blocked anyway?". A list of questions follows.',
  },
  'blocked.ask.rules': {
    english: 'Does this Mac meet every rule of the company, such as updates and encryption?',
    note: 'A question to the IT team.',
  },
  'blocked.ask.entry': {
    english: 'Is it enabled in Microsoft Entra ID, and there only once?',
    note: 'A question to the IT team. it: this Mac.',
  },
  'blocked.ask.conditions': {
    english: 'Is this app refused in this place, or on this network?',
    note: 'A question to the IT team.',
  },
} as const satisfies Section;
