import { wordsOf } from './word.ts';

/** The SSO extension's own log file, which standard users can read too. Very wordy: only the ends of a request count. */
export const extensionWords = wordsOf(
  {
    speaker: 'extension',
    category: null,
    source: 'Entra documentation, troubleshooting of the SSO extension',
  },
  [
    {
      name: 'extension-request',
      needle: 'Handling SSO request, requested operation:',
      pattern: /Handling SSO request, requested operation: (?<operation>\w{1,80})/,
      level: 'info',
    },
    {
      name: 'extension-request',
      needle: 'Handling silent SSO request...',
      pattern: /Handling silent SSO request\.\.\./,
      gives: { operation: 'silent' },
      level: 'info',
    },
    {
      // Several lines long; holds the client and correlation ids.
      name: 'extension-request',
      needle: 'Starting SSO broker request with payload:',
      pattern: /Starting SSO broker request with payload:/,
      gives: { operation: 'broker' },
      level: 'info',
    },
    {
      name: 'extension-request-done',
      needle: ' SSO request.',
      pattern: /Completed silent SSO request\.|Finished SSO request\./,
      level: 'info',
    },
    {
      name: 'extension-request-ignored',
      needle: 'Ignoring this SSO request...',
      pattern: /Ignoring this SSO request\.\.\./,
      level: 'info',
    },
  ],
);
