import { expect, test } from 'vitest';
import { temporaryMac } from '../../mac/temporary-mac.ts';
import { until } from '../../mac/until.ts';
import { createAuthority } from '../../support/certificates.ts';
import { serveProxy, serveTls } from '../../support/servers.ts';
import { openDesktop } from '../support/desktop.ts';
import { PopoverScreen } from '../support/screens.ts';
import { launchVigil } from '../support/vigil-app.ts';

test('the report tells of the network when the person asks for it, and before that no host is asked', async () => {
  const authority = await createAuthority('Example Inspection GmbH');
  const port = await serveTls(await authority.issue('login.microsoftonline.com'));
  const proxy = await serveProxy(() => ({ port }));
  const mac = await temporaryMac();
  const vigil = await launchVigil({
    desktop: await openDesktop(),
    root: mac.dir,
    env: { https_proxy: `http://127.0.0.1:${proxy.port}`, no_proxy: '' },
  });
  const popover = await PopoverScreen.open(vigil);
  await popover.press('Details');
  await popover.press('Report for IT…');
  expect(await popover.report()).not.toContain('login.microsoftonline.com');
  expect(proxy.asked).toEqual([]);

  await vigil.screenshot('report-before-network');
  await popover.press('Add Network Check');
  await until('the report tells of the network', async () =>
    (await popover.report()).includes('Example Inspection GmbH'),
  );
  expect(await popover.report()).toContain('login.microsoftonline.com');
  expect(proxy.asked).toContain('login.microsoftonline.com:443');
  await vigil.screenshot('report-with-network');
  await popover.close();
});
