import { wordsOf } from './word.ts';

/** Which way the library goes: through the SSO extension, its service, or on its own. */
export const routeWords = wordsOf(
  { speaker: 'msal', category: 'msal', source: 'controllers of the common library' },
  [
    {
      name: 'flow-begun',
      needle: 'Beginning ',
      pattern:
        /\bBeginning (?<route>(?:silent|interactive) broker extension|silent broker xpc|silent) flow\./,
      level: 'info',
    },
    {
      name: 'flow-finished',
      needle: ' flow finished. Result',
      pattern:
        /\b(?<route>(?:Silent|Interactive) broker extension|Silent broker xpc|Silent) flow finished\. Result[^\n]{0,400}?, error: (?<code>-?\d{1,9}) error domain: (?<domain>[A-Za-z][\w.]{0,100}\w|\(null\))?(?:, shouldFallBack: (?<fallsBack>\w{1,5}))?/,
      level: 'info',
    },
    {
      name: 'fallback-considered',
      needle: 'Looking if we should fallback to fallback controller',
      pattern:
        /Looking if we should fallback to fallback controller, error: (?<code>-?\d{1,9}) error domain: (?<domain>[A-Za-z][\w.]{0,100}\w)?/,
      level: 'info',
    },
    {
      name: 'fell-back',
      needle: 'Falling back to local controller.',
      pattern: /Falling back to local controller\./,
      gives: { fallsBack: true },
      level: 'info',
    },
  ],
);
