import { rename } from 'node:fs/promises';
import { execa } from 'execa';
import type { Mac } from '../../mac/mac.ts';
import { test } from '../support/looks.ts';
import { inOrder, type Moment } from './moment.ts';
import { openTheatre, perform } from './stage.ts';

test('unreadable-plist: says that it cannot tell, makes no sound, and recovers; whatever lies in its place', async (look) => {
  const theatre = await openTheatre(look, 'unreadable-plist');
  const { mac, sees } = theatre;
  const senseless: Moment = {
    phase: 'unknown',
    glyph: 'dotted',
    attention: false,
    headline: 'Cannot tell right now',
    says: /makes no sense.+This says nothing about your access/s,
    notified: [],
  };
  const signedIn = { have_an_Azure_id: true, last_aad_token_timestamp: Date.now() / 1000 - 60 };
  await perform('unreadable-plist', theatre, {
    'The agent writes it anew.': () => sees(senseless),
    'The end.': () => sees(inOrder),
  });
  await putFifoInPlace(mac);
  await sees(senseless);
  await mac.writePlist(signedIn, 'xml');
  await sees(inOrder);
  await mac.writePlistBytes('<plist><dict><key>have_an_Azure_id</key>');
  await sees(senseless);
  await mac.removePlist();
  await sees({
    phase: 'unregistered',
    glyph: 'hollow',
    attention: false,
    headline: 'Nothing to watch',
    says: 'Vigil starts by itself once it is.',
    notified: [],
  });
  await mac.writePlist(signedIn, 'binary');
  await sees(inOrder);
});

/** A pipe that nobody writes to: whoever waits for it waits for ever. */
async function putFifoInPlace({ layout: { aadPlist } }: Mac): Promise<void> {
  await execa('mkfifo', [`${aadPlist}.pipe`]);
  await rename(`${aadPlist}.pipe`, aadPlist);
}
