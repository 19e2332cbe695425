import type { Section } from '../entry.ts';

/** What is going on: one headline and one sentence for each phase, for the popover, the tooltip and the terminal. */
export const phases = {
  'protected.headline': {
    english: 'Sign-in in order',
    note: 'Headline. The sign-in is valid. Never say "compliant" or "safe": Vigil knows of the sign-in only.',
  },
  'protected.next': {
    english: 'Nothing to do. The next check runs by itself between {from} and {to}.',
    note: 'Below "Sign-in in order". from, to: clock times.',
    takes: { from: 'instant', to: 'instant' },
  },
  'protected.next.noted': {
    english: 'The next check runs by itself between {from} and {to}.',
    note: 'Below "Sign-in in order", where a cause of trouble and steps follow. from, to: clock times.',
    takes: { from: 'instant', to: 'instant' },
  },
  'protected.steady.noted': {
    english: 'Vigil keeps watching.',
    note: 'Below "Sign-in in order", where a cause of trouble and steps follow. Must not promise a check.',
  },
  'protected.steady': {
    english: 'Nothing to do. Vigil keeps watching.',
    note: 'Below "Sign-in in order", where no next check is to be expected. Must not promise a check.',
  },
  'due-soon.headline': {
    english: 'Next check soon',
    note: 'Headline, minutes before the automatic check of the sign-in. Nothing is wrong.',
  },
  'due-soon.between': {
    english: 'It runs by itself between {from} and {to} and rarely needs anything from you.',
    note: 'Below "Next check soon". from, to: clock times.',
    takes: { from: 'instant', to: 'instant' },
  },
  'due-soon.after': {
    english: 'It is due after {at} and rarely needs anything from you.',
    note: 'Below "Next check soon", where the end is not known. at: clock time.',
    takes: { at: 'instant' },
  },
  'due-soon.risk.headline': {
    english: 'A sign-in window may open soon',
    note: 'Headline. Earlier checks had trouble, so the next one may ask the person to sign in.',
  },
  'due-soon.risk.between': {
    english:
      'It would open between {from} and {to}. Please answer it: a missed window switches company access off.',
    note: 'Below "A sign-in window may open soon". from, to: clock times.',
    takes: { from: 'instant', to: 'instant' },
  },
  'due-soon.risk.after': {
    english: 'It would open after {at}. Please answer it: a missed window switches company access off.',
    note: 'Below "A sign-in window may open soon", where the end is not known. at: clock time.',
    takes: { at: 'instant' },
  },
  'checking.headline': {
    english: 'Checking the sign-in',
    note: 'Headline. The automatic check is due or running. Nothing is wrong.',
  },
  'checking.by': {
    english: 'The check runs by itself, at the latest around {to}, and rarely needs anything from you.',
    note: 'Below "Checking the sign-in". to: clock time.',
    takes: { to: 'instant' },
  },
  'checking.steady': {
    english: 'The check runs by itself and rarely needs anything from you.',
    note: 'Below "Checking the sign-in", where no time is known.',
  },
  'checking.risk.headline': {
    english: 'A sign-in window may open',
    note: 'Headline. The check is due or running and earlier ones had trouble.',
  },
  'checking.risk.by': {
    english: 'It would open by about {to}. Please answer it: a missed window switches company access off.',
    note: 'Below "A sign-in window may open". to: clock time.',
    takes: { to: 'instant' },
  },
  'checking.risk.steady': {
    english: 'Please answer it when it comes: a missed window switches company access off.',
    note: 'Below "A sign-in window may open", where no time is known.',
  },
  'waiting.headline': {
    english: 'A sign-in window is waiting',
    note: 'Headline. A window of the app "Jamf Conditional Access" is open somewhere and waits for the person.',
  },
  'waiting.where': {
    english:
      'Look for “Jamf Conditional Access”: press ⌘ Tab to find it. It may also be a page in your browser.',
    note: 'Below "A sign-in window is waiting". Do not translate the name of the app.',
  },
  'waiting.stakes': {
    english: 'Closing it, or leaving it unanswered, switches company access off.',
    note: 'Second sentence below "A sign-in window is waiting", on a Mac that still has access.',
  },
  'reactivating.headline': {
    english: 'Signing you in',
    note: 'Headline. The person has started a sign-in; it is running.',
  },
  'reactivating.sentence': {
    english: 'This takes a moment. If a window asks you to sign in, please finish it.',
    note: 'Below "Signing you in".',
  },
  'deactivated.headline': {
    english: 'Sign in to get access back',
    note: 'Headline. The Mac has lost its access to company resources; signing in again is the cure.',
  },
  'deactivated.sentence': {
    english: 'A sign-in was missed or failed. Since {since}, company apps may refuse this Mac.',
    note: 'Below "Sign in to get access back". since: clock time, or day and clock time.',
    takes: { since: 'instant' },
  },
  'deactivated.hint': {
    english:
      'Signing in again may open a window. Once you finish it, access usually returns within minutes; if it does not, ask your IT team.',
    note: 'Second sentence: what the button "Sign In Again" does and whom to call. Must not promise access.',
  },
  'deactivated.since': {
    english: 'Since {since}, company apps may refuse this Mac.',
    note: 'Below "Sign in to get access back", where the cause follows. since: clock time, or day and clock time.',
    takes: { since: 'instant' },
  },
  'deactivated.then': {
    english:
      'Once you have signed in, access usually returns within minutes; if it does not, ask your IT team.',
    note: 'Second sentence, where the steps follow: what happens then and whom to call. Must not promise access.',
  },
  'offline.hint': {
    english: 'This Mac is offline; the check needs the internet.',
    note: 'Second sentence below "Next check soon", "Checking the sign-in" and "A sign-in window may open".',
  },
  'overdue.headline': {
    english: 'A check is overdue',
    note: 'Headline. The automatic check of the sign-in has not run when it should have.',
  },
  'overdue.sentence': {
    english: 'The regular sign-in check has not run. Nothing is lost so far, but please tell your IT team.',
    note: 'Below "A check is overdue".',
  },
  'unregistered.headline': {
    english: 'Nothing to watch',
    note: 'Headline. This Mac has no company sign-in that Vigil could look after. Must not nag.',
  },
  'unregistered.no-jamf': {
    english: 'This Mac is not managed with Jamf Pro, so there is no sign-in to look after.',
    note: 'Below "Nothing to watch".',
  },
  'unregistered.no-plist': {
    english: 'This Mac is not registered for company access. Vigil starts by itself once it is.',
    note: 'Below "Nothing to watch".',
  },
  'unregistered.never-signed-in': {
    english: 'No company sign-in has taken place on this Mac. Vigil starts by itself after the first.',
    note: 'Below "Nothing to watch".',
  },
  'unknown.headline': {
    english: 'Cannot tell right now',
    note: 'Headline. Vigil cannot read the state of the sign-in. It says nothing about the access itself.',
  },
  'unknown.unreadable': {
    english: 'Vigil cannot read the file that holds the state of your sign-in. It keeps trying.',
    note: 'Below "Cannot tell right now": no permission, or a fault of the disk.',
  },
  'unknown.damaged': {
    english: 'The file that holds the state of your sign-in makes no sense. The next sign-in may repair it.',
    note: 'Below "Cannot tell right now": the file is empty, damaged or of the wrong kind.',
  },
  'unknown.time-in-future': {
    english: 'The time of your last sign-in lies in the future. Please check the date and time of this Mac.',
    note: 'Below "Cannot tell right now".',
  },
  'unknown.hint': {
    english: 'This says nothing about your access. If it stays like this, tell your IT team.',
    note: 'Second sentence below "Cannot tell right now".',
  },
} as const satisfies Section;
