import { wordsOf } from './word.ts';

const guide = 'published guide on prompts and deactivation';

/**
 * What the agent says itself. An account is a macOS short name and may hold dots and spaces, so the patterns anchor on
 * the fixed words before it.
 */
export const jamfWords = wordsOf({ speaker: 'jamf', category: 'workflow', source: guide }, [
  {
    name: 'signed-in',
    needle: 'AAD ID acquired',
    pattern: /\bAAD ID acquired for macOS user account (?<account>[^\r\n]{1,255})/,
    level: 'shown',
  },
  {
    name: 'sign-in-failed',
    needle: 'No AAD ID found',
    pattern: /\bNo AAD ID found for macOS user account (?<account>[^\r\n]{1,255})/,
    level: 'shown',
  },
  {
    name: 'interactive-failed',
    needle: 'Did not get a token from acquireTokenInteractive',
    pattern: /Did not get a token from acquireTokenInteractive/,
    category: null,
    level: 'unpublished',
  },
  {
    name: 'multiple-accounts',
    needle: 'More than 1 account, will try to find a matching account',
    pattern: /More than 1 account, will try to find a matching account/,
    category: 'azure',
    level: 'debug',
  },
  {
    name: 'multiple-accounts',
    // "posible" is how the agent spells it.
    needle: 'posible for silent token acquire to fail now',
    pattern: /posible for silent token acquire to fail now if the wrong account is picked/,
    category: null,
    level: 'shown',
    source: 'benwhitis/Jamf_Conditional_Access, DuplicateMSALAccountEA',
  },
  {
    name: 'account-not-onboarded',
    needle: 'AccountNotOnboarded',
    pattern: /\bAccountNotOnboarded\b/,
    category: null,
    level: 'unpublished',
    source: 'Intune documentation, troubleshooting of the Jamf integration',
    certainty: 'reported',
  },
]);
