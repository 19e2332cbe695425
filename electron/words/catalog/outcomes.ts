import type { Section } from '../entry.ts';

/** What came of a sign-in that the person started, and why one was not started. */
export const outcomes = {
  'outcome.signed-in.title': { english: 'Signed in', note: 'Result of a sign-in that the person started.' },
  'outcome.signed-in.sentence': {
    english: 'That worked. Company apps may take a few minutes to notice.',
    note: 'Below "Signed in". Must not promise access.',
  },
  'outcome.failed.title': {
    english: 'The sign-in did not work',
    note: 'Result of a sign-in that the person started.',
  },
  'outcome.failed.unknown': {
    english: 'No reason was found. Please try again; if it fails again, ask your IT team.',
    note: 'Below "The sign-in did not work", where nothing is known.',
  },
  'outcome.failed.rules': {
    english: 'Your company’s sign-in rules did not let it through. Please ask your IT team.',
    note: 'Below "The sign-in did not work": Microsoft Entra ID refused (Conditional Access and relatives).',
  },
  'outcome.failed.service': {
    english:
      'Microsoft’s sign-in service answered with an error. Please try again; if it fails again, ask your IT team.',
    note: 'Below "The sign-in did not work".',
  },
  'outcome.failed.network': {
    english: 'Something on this network gets in the way. Please try another network, or ask your IT team.',
    note: 'Below "The sign-in did not work".',
  },
  'outcome.failed.accounts': {
    english:
      'Several work accounts are saved on this Mac and the wrong one may have been used. Please ask your IT team.',
    note: 'Below "The sign-in did not work".',
  },
  'outcome.failed.window': {
    english: 'The sign-in window was not finished. Please start again and see it through.',
    note: 'Below "The sign-in did not work".',
  },
  'outcome.cancelled.title': {
    english: 'The sign-in was cancelled',
    note: 'Result of a sign-in that the person started: its window was closed.',
  },
  'outcome.cancelled.sentence': {
    english: 'The window was closed before the end. Please start again and see it through.',
    note: 'Below "The sign-in was cancelled".',
  },
  'outcome.stopped.title': {
    english: 'The sign-in was stopped',
    note: 'Result of a sign-in that the person started and then stopped with a button of Vigil.',
  },
  'outcome.stopped.sentence': {
    english: 'You stopped it. Start again when you have a minute for it.',
    note: 'Below "The sign-in was stopped".',
  },
  'outcome.could-not-start.title': {
    english: 'No sign-in was started',
    note: 'Result, followed by the reason.',
  },

  'cannot.not-installed': {
    english: 'Jamf’s sign-in program is missing on this Mac. Please tell your IT team.',
    note: 'Why no sign-in can be started.',
  },
  'cannot.not-trusted': {
    english:
      'Jamf’s sign-in program on this Mac has been altered, so Vigil leaves it alone. Please tell your IT team.',
    note: 'Why no sign-in can be started: the check of its signature or owner failed.',
  },
  'cannot.as-root': {
    english: 'As the administrator account “root” a sign-in does harm. Please run Vigil as yourself.',
    note: 'Why no sign-in can be started; mostly read in a terminal.',
  },
  'cannot.offline': {
    english: 'This Mac is offline. Please connect it first: without the internet a sign-in can only fail.',
    note: 'Why no sign-in can be started.',
  },
  'cannot.captive-portal': {
    english:
      'Microsoft’s sign-in page cannot be reached from here. If this network wants you to log in first, as in a hotel, do so in your browser; then try again.',
    note: 'Why no sign-in can be started: a captive portal, or something else, stands in the way.',
  },
  'cannot.agent-running': {
    english:
      'A sign-in is already running. If it shows a window, press ⌘ Tab to “Jamf Conditional Access” and finish it there.',
    note: 'Why no sign-in can be started. Do not translate the name of the app.',
  },
  'cannot.attempt-running': {
    english: 'Vigil is already signing you in. Please finish that first.',
    note: 'Why no sign-in can be started: the one started before is still running.',
  },
  'cannot.too-soon': {
    english: 'That is too soon after the last try; the answer would be the same. Please wait two minutes.',
    note: 'Why no sign-in can be started, where the time is not known.',
  },
  'cannot.too-soon.until': {
    english: 'Right after the last try the answer would be the same. You can try again at {until}.',
    note: 'Why no sign-in can be started. until: clock time, at most two minutes away.',
    takes: { until: 'instant' },
  },
  'cannot.state-unknown': {
    english:
      'Vigil cannot read the state of your sign-in, so it could not tell what a new one does. Please tell your IT team.',
    note: 'Why no sign-in can be started.',
  },
  'cannot.spawn-failed': {
    english: 'macOS could not start Jamf’s sign-in program. Please try again, or tell your IT team.',
    note: 'Why no sign-in can be started.',
  },
} as const satisfies Section;
