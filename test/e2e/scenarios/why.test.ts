import { expect } from 'vitest';
import { test } from '../support/looks.ts';
import { PopoverScreen } from '../support/screens.ts';
import { deactivated, inOrder } from './moment.ts';
import { openTheatre, perform } from './stage.ts';

const evidence = 'Did not get a token from acquireTokenInteractive, sending an empty token.';

test('missed-window: why, what to do, the evidence for IT, and what happened, for eyes and for ears', async (look) => {
  const theatre = await openTheatre(look, 'missed-window');
  const { sees, vigil } = theatre;
  await perform('missed-window', theatre, {
    'The person clicks "Sign In Again".': async () => {
      await sees({ ...deactivated, says: 'A sign-in window was not answered', findings: ['window-missed'] });
      const popover = await PopoverScreen.open(vigil);
      const first = await popover.text();
      expect(first).toMatch(/was not answered.+Sign in again, here in Vigil\..+Finish the sign-in window/s);
      expect(first).not.toContain(evidence);

      await popover.press('For IT');
      const forIt = await popover.text();
      expect(forIt).toContain(evidence);
      expect(forIt).toMatch(/Entra sign-in logs, filtered by.+Correlation ID/s);

      await popover.press('What happened');
      expect(await popover.pictureInWords()).toMatch(
        /^The last 24 hours: .+ went wrong\. Last of all, at \d.+: Company access was switched off\.$/,
      );
      const happened = await popover.text();
      expect(happened).toMatch(/switched off.+was not answered.+did not work by itself.+Signed in/s);
      expect(happened).not.toContain(evidence);

      await popover.press('What happened');
      expect(await popover.text()).toBe(first);
      await popover.close();
    },
    'The end.': async () => {
      await sees({ ...inOrder, says: 'Signed in' });
      const popover = await PopoverScreen.open(vigil);
      await popover.press('What happened');
      expect(await popover.pictureInWords()).toContain('Signed in again: access is back on.');
      await popover.close();
    },
  });
});
