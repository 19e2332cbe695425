import type { Section } from '../entry.ts';
import { noted } from './noted.ts';

/** The report for IT, besides what `vigil diagnose` says too. */
export const report = {
  ...noted('Heading in the report for IT.', {
    'report.title': 'Vigil report for IT',
    'report.state': 'State',
    'report.versions': 'Versions',
    'report.settings': 'Settings in force',
    'report.checks': 'Checks',
    'report.counters': 'What Vigil remembers',
  }),
  'report.timeline': {
    english: 'What happened in the last 5 days',
    note: 'Heading in the report for IT. Of the last day everything is told, of the days before what matters most.',
  },
  'report.written': {
    english:
      'Written at {at} by Vigil {version}. All times are UTC; the clock of this Mac is at UTC{offset}.',
    note: 'At the top of the report for IT. at: date and time. offset: such as +01:00.',
    takes: { at: 'text', version: 'text', offset: 'text' },
  },
  'report.stand-ins': {
    english:
      'Names, accounts, addresses, ids and tokens are replaced by stand-ins such as user-1; the same one always stands for the same thing. Times, error codes and correlation ids are as they were.',
    note: 'At the top of the report for IT. Do not translate user-1.',
  },
  'report.no-events': { english: 'Nothing that Vigil knows of.', note: 'In place of what happened.' },
  'report.plist': {
    english: 'Agent’s plist: {state}, registered: {registered}, last sign-in: {at}',
    note: 'In a timeline: the file in which the agent keeps its state has changed. Values as in the file.',
    takes: { state: 'text', registered: 'text', at: 'text' },
  },
  'report.woke': { english: 'The Mac woke', note: 'In a timeline.' },
  'report.attempt.started': {
    english: 'Sign-in started by the user ({by})',
    note: 'In a timeline. by: app or cli.',
    takes: { by: 'text' },
  },
  'report.attempt.ended': {
    english: 'Sign-in started by the user ({by}) ended: {how}',
    note: 'In a timeline. by: app or cli. how: in codes.',
    takes: { by: 'text', how: 'text' },
  },
  'report.refused': {
    english: 'Sign-in asked for by the user ({by}) was not started: {why}',
    note: 'In a timeline. by: app or cli. why: in a code.',
    takes: { by: 'text', why: 'text' },
  },
  'report.notification': {
    english: 'Notification: {what} {key}',
    note: 'In a timeline. what and key: in codes.',
    takes: { what: 'text', key: 'text' },
  },
} as const satisfies Section;
