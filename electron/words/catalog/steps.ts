import type { Section } from '../entry.ts';
import { noted } from './noted.ts';

/** What the person can do about a cause, and what that costs. */
export const steps = {
  ...noted('A step that the person can take, as one sentence.', {
    'step.sign-in-again': 'Sign in again, here in Vigil.',
    'step.sign-in-now': 'Sign in here in Vigil, when you have a minute for it.',
    'step.finish-window':
      'Finish the sign-in window; ⌘ Tab to “Jamf Conditional Access” brings it to the front.',
    'step.connect-network': 'Connect this Mac to the internet.',
    'step.try-other-network': 'Try another network, such as the hotspot of your phone.',
    'step.open-network-login': 'Open a page in your browser: this network may want you to log in first.',
    'step.close-other-window': 'Finish or close every sign-in window that is open already.',
    'step.use-known-browser': 'Make Safari, Microsoft Edge or Google Chrome your default browser.',
    'step.add-browser-extension': 'In Google Chrome, add the extension “Microsoft Single Sign On”.',
    'step.change-password': 'Change your company password, in the way that your company provides.',
    'step.pick-work-account': 'When you are asked, pick your work account.',
    'step.sign-out-spare-accounts':
      'Sign out of work accounts that you no longer use, in Company Portal and in Microsoft’s apps.',
    'step.repair-registration':
      'Repair the registration in System Settings, Users & Groups, your account; or ask IT to register this Mac anew.',
    'step.register-by-self-service':
      'Register this Mac from Self Service: opening Company Portal by itself does not do it.',
    'step.restart-mac': 'Restart this Mac.',
    'step.unlock-keychain': 'Log out and in again, and allow access if the keychain asks.',
    'step.wait': 'Wait some minutes and see whether it passes.',
    'step.ask-it': 'Ask your IT team, and send them the report.',
  }),

  ...noted('What a step costs, as one sentence, said before the person takes it.', {
    'cost.window': 'A window may open, and wants to be finished.',
    'cost.window-stakes':
      'Your access works. Closing that window, or leaving it unanswered, switches it off.',
    'cost.restart': 'Save open work first.',
    'cost.new-password-everywhere': 'The new password counts for all company apps, on all your devices.',
    'cost.apps-ask-again': 'Those apps will ask you to sign in the next time.',
    'cost.no-access-meanwhile': 'Until it is done, company apps may refuse this Mac.',
    'cost.other-browser': 'Links will open in that browser.',
  }),
} as const satisfies Section;
