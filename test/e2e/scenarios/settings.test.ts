import { expect, test } from 'vitest';
import { until } from '../../mac/until.ts';
import { PopoverScreen } from '../support/screens.ts';
import { openTheatre } from './stage.ts';

test('settings count at once: the person’s language, what the organisation has set, and whether there is an icon', async () => {
  const { mac, desktop, vigil } = await openTheatre('light', {});
  const popover = await PopoverScreen.open(vigil);
  await popover.press('Settings');
  const page = await vigil.popover();
  await page.getByRole('radio', { name: 'Deutsch' }).press('Space');
  await page.getByRole('heading', { name: 'Einstellungen' }).waitFor();
  const tray = await vigil.tray();
  await until('the icon speaks German', async () => (await tray.tooltip()).endsWith('Anmeldung in Ordnung'));
  expect(await page.evaluate(() => document.documentElement.lang)).toMatch(/^de\b/);

  await mac.manageVigil({ Language: 'fr', OrganizationName: 'Corp', HelpNote: 'Call 1234.' });
  await page.getByRole('heading', { name: 'Réglages' }).waitFor();
  await page.getByText('Défini par votre organisation').waitFor();
  expect(await page.getByRole('radio', { name: 'Deutsch' }).isDisabled()).toBe(true);
  await popover.press('Retour');
  await popover.press('Accès refusé\u202f?');
  await page.getByText('Aide de Corp').waitFor();
  await page.getByText('Call 1234.').waitFor();
  await popover.close();

  await mac.manageVigil({ IconVisibility: 'never' });
  const icons = () => desktop.tray.items.filter(({ pid }) => pid === vigil.pid).length;
  await until('there is no icon', () => icons() === 0);
  await mac.manageVigil({ AllowQuit: false });
  await until('the icon is back', () => icons() === 1);
  const menu = async () => (await (await vigil.tray()).menu()).map(({ label }) => label);
  await until('its menu does not let go', async () => {
    const labels = await menu();
    return labels.length > 0 && !labels.includes('Vigil beenden');
  });
});
