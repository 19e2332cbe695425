import type { Section } from '../entry.ts';
import { noted } from './noted.ts';

/** What Vigil finds out about causes, in the words of the person whose Mac it is, and how sure that is. */
export const findings = {
  ...noted('A cause of trouble with the company sign-in, as one sentence. Or a limit, or an explanation.', {
    'finding.offline': 'This Mac is offline.',
    'finding.ran-as-root':
      'Somebody ran the sign-in with the rights of the system, which does harm. Your IT team can fix that.',
    'finding.window-cancelled': 'A sign-in window was closed before the end.',
    'finding.window-missed': 'A sign-in window was not answered, or the sign-in in it failed.',
    'finding.window-not-shown': 'A sign-in window could not be opened.',
    'finding.password-expired': 'Your company password has expired, was changed, or was not accepted.',
    'finding.account-blocked': 'Your company account is locked or switched off. Your IT team can help.',
    'finding.wrong-account': 'Another account than your work account was used.',
    'finding.registration-broken': 'The registration of this Mac with your company has to be repaired.',
    'finding.conditional-access':
      'Your company’s sign-in rules ask for more than a sign-in without you can give.',
    'finding.sso-extension-dead': 'The part of this Mac that signs you in has stopped working.',
    'finding.sso-extension-missing':
      'A part that signs you in is missing on this Mac. Your IT team can add it.',
    'finding.sso-extension-network': 'Something on the network gets in the way of the company sign-in.',
    'finding.network-interference': 'Something on the network answers in place of Microsoft’s sign-in.',
    'finding.multiple-accounts':
      'Several work accounts are saved on this Mac; a sign-in may pick the wrong one.',
    'finding.app-misconfigured': 'Your company has not set up this sign-in right. Your IT team can fix that.',
    'finding.keychain-trouble': 'The sign-in could not open your keychain.',
    'finding.server-trouble': 'Microsoft’s sign-in service had a problem.',
    'finding.throttled': 'There were many sign-ins in a row, so the last answer is repeated for a while.',
    'finding.cause-unknown': 'A sign-in failed, and nothing on this Mac says why.',
    'finding.agent-not-running':
      'The regular sign-in check does not run on this Mac. Your IT team can fix that.',
    'finding.logs-rolled-over':
      'What happened is no longer in the log of this Mac, which is kept for a short time only.',
    'finding.recurring-removed':
      'This version of Jamf Pro does not repeat the sign-in; one lasts until something changes.',
    'finding.log-access-denied':
      'Only administrators may read the log of this Mac, so Vigil cannot see why a sign-in fails.',
  }),

  'finding.setting-invalid': {
    english:
      'Vigil cannot use what is set for {names}, and goes by the default. Your IT team can correct it.',
    note: 'A limit, as one sentence. names: names of settings, as they are in the documentation.',
    takes: { names: 'text' },
  },
  'finding.was-offline': {
    english: 'This Mac was offline when it had to sign in.',
    note: 'A cause of trouble with the company sign-in, as one sentence.',
  },

  ...noted('How sure a cause is, as a label.', {
    'confidence.certain': 'Certain',
    'confidence.likely': 'Likely',
    'confidence.possible': 'Possible',
  }),

  ...noted('Why a cause is believed, as one sentence.', {
    'because.seen-now': 'Vigil sees it on this Mac right now.',
    'because.log-says-so': 'The log says it in so many words.',
    'because.jamf-version': 'The version of Jamf Pro tells.',
    'because.entra-says-so': 'Microsoft Entra names it in its answer.',
    'because.code-says-so': 'An error code in the log names it.',
    'because.many-lines': 'Several lines of the log point to it.',
    'because.beside-failure': 'A line of the log points to it, beside a sign-in that failed.',
    'because.long-unanswered': 'The window stood open for minutes and came to nothing.',
    'because.check-overdue': 'The check has not run although it was due.',
    'because.agent-file-absent': 'The file that has the check run is missing.',
    'because.off-without-line': 'Access is switched off, and no line of the log tells of it.',
    'because.no-recurrence-seen': 'Nothing shows that the sign-in is repeated.',
    'because.few-lines': 'A line of the log points to it; there are other reasons for such a line.',
    'because.unproven-line': 'A line of the log seems to say so.',
    'because.window-without-result': 'The window ended soon and without a result.',
    'because.no-cause-in-log': 'The log tells of the failure and of no cause.',
  }),

  ...noted('Who can do something about a cause, as a label.', {
    'acts.person': 'You',
    'acts.it': 'Your IT team',
    'acts.either': 'You or your IT team',
    'acts.nobody': 'Nobody has to act',
  }),

  'finding.cured': {
    english: 'A sign-in has worked since, at {at}.',
    note: 'Behind a cause that seems to be over. at: clock time, or day and clock time.',
    takes: { at: 'instant' },
  },
} as const satisfies Section;
