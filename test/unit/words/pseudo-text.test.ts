import { beforeAll, expect, test } from 'vitest';
import { loadLanguage, messagesFor } from '../../../electron/words/languages.ts';
import { hardCodedWords, plainText } from '../../e2e/support/pseudo-text.ts';

beforeAll(() => loadLanguage('en-XA'));

/** Without values they are what people read. */
const whole = (locale: string) =>
  Object.entries(messagesFor(locale)).filter(([id]) => !messagesFor('en')[id]?.includes('{'));

test('what is said in the pseudo-locale can be read back as it is in English', () => {
  expect(whole('en-XA').map(([id, text]) => [id, plainText(text)])).toEqual(whole('en'));
  expect(plainText('Ñéxt çhéçk ïñ 1 hr, 12 min\u200f~~~~~~~ ~, at 2:20\u00a0PM')).toBe(
    'Next check in 1 hr, 12 min, at 2:20\u00a0PM',
  );
});

test('a sentence that was never translated shows, and one that was does not', () => {
  expect(whole('en-XA').filter(([, text]) => hardCodedWords(text).length > 0)).toEqual([]);
  const untellable = whole('en').filter(([, text]) => hardCodedWords(text).length === 0);
  expect(untellable.map(([, text]) => text)).toEqual(['IT', '–']);
  expect(hardCodedWords('Vïgïl\u200f~~~: sign-in in order')).toEqual(['sign', 'in', 'in', 'order']);
});
