import { expect, test } from 'vitest';
import { openSpeech } from '../../../electron/cli/speech.ts';
import { locateMac } from '../../../electron/paths.ts';
import { message } from '../../../electron/words/catalog.ts';
import { say } from '../../../electron/words/speech.ts';
import { temporaryMac } from '../../mac/temporary-mac.ts';

test('the command line speaks the language that is set for Vigil, else the system’s', async () => {
  const mac = await temporaryMac();
  const { userName, home } = mac.layout;
  const location = locateMac({ root: mac.dir, packaged: false, userName, home });
  if (location.kind === 'refused') throw new Error(location.why);
  const now = async () => {
    const speech = await openSpeech(location.paths, ['fr-CA', 'en-US']);
    return [speech.locale, say(speech, message('timeline.now'), 0)];
  };
  expect(await now()).toEqual(['fr-CA', 'Maint.']);
  await mac.manageVigil({ Language: 'ja' });
  expect(await now()).toEqual(['ja-CA', '今']);
  await mac.manageVigil({ Language: 'xx' });
  expect(await now()).toEqual(['fr-CA', 'Maint.']);
});
