import { beforeAll, expect, test } from 'vitest';
import type { Want } from '../../../electron/assess/view.ts';
import { until } from '../../mac/until.ts';
import { type OpenStage, openStage, startStageApp } from './stage.ts';

beforeAll(() => startStageApp());

const first: Want = { key: 'deactivated:1/0', cause: { kind: 'deactivated', since: 1, step: 0 } };
const reminder: Want = { key: 'deactivated:1/1', cause: { kind: 'deactivated', since: 1, step: 1 } };
const overdue: Want = { key: 'window:1/overdue', cause: { kind: 'overdue', lapsedAt: 1 } };

const want = ({ on }: OpenStage, ...wants: readonly Want[]) =>
  on(
    ({ notifications }, all) => notifications.reconcile(all, { isWatched: false, isPermitted: false }),
    wants,
  );
const remembered = ({ on }: OpenStage) => on((stage) => [...stage.remembered]);
const clicked = ({ on }: OpenStage) => on((stage) => [...stage.clicked]);

/** Waits until exactly these stand, oldest first. */
async function stand({ desktop }: OpenStage, ...titles: readonly string[]): Promise<void> {
  const standing = async () => (await desktop.notifications.standing()).map(({ title }) => title);
  await until(`"${titles}" stand`, async () => `${await standing()}` === `${titles}`);
}

test('nothing is posted before the person has said yes; then the first one says what will come', async () => {
  const stage = await openStage();
  await want(stage, first);
  await want(stage, first, overdue);
  expect(stage.desktop.notifications.posted).toEqual([]);
  expect(await remembered(stage)).toEqual([]);
  await stage.on(({ notifications }) => notifications.allow());
  await stand(stage, 'greeting', first.key, overdue.key);
  expect(await remembered(stage)).toEqual(['asked', `posted ${first.key}`, `posted ${overdue.key}`]);
});

test('where the organisation permits notifications nobody has to be asked, and no greeting is posted', async () => {
  const stage = await openStage();
  await want(stage, first);
  await stage.on(
    ({ notifications }, all) => notifications.reconcile(all, { isWatched: false, isPermitted: true }),
    [first],
  );
  await stand(stage, first.key);
  expect(await remembered(stage)).toEqual([`posted ${first.key}`]);
});

test('what comes up while the person looks at the popover counts as told, and no banner repeats it later', async () => {
  const stage = await openStage({ asked: true });
  await stage.on(
    ({ notifications }, all) => notifications.reconcile(all, { isWatched: true, isPermitted: false }),
    [first],
  );
  await want(stage, first);
  await want(stage, first, overdue);
  await stand(stage, overdue.key);
  expect(await remembered(stage)).toEqual([
    `posted ${first.key}`,
    `withdrawn ${first.key}`,
    `posted ${overdue.key}`,
  ]);
});

test('a reminder takes the place of the one before, which is not posted again', async () => {
  const stage = await openStage({ asked: true });
  await want(stage, first);
  await stand(stage, first.key);
  await want(stage, reminder);
  await stand(stage, reminder.key);
  await want(stage, first);
  await stand(stage);
  expect(stage.desktop.notifications.posted.map(({ title }) => title)).toEqual([first.key, reminder.key]);
});

test('asking twice for the same posts nothing new, and what is not wanted any more is withdrawn', async () => {
  const stage = await openStage({ asked: true });
  await want(stage, first, overdue);
  await want(stage, first, overdue);
  await stand(stage, first.key, overdue.key);
  await want(stage, overdue);
  await want(stage, overdue);
  await stand(stage, overdue.key);
  expect(await remembered(stage)).toEqual([
    `posted ${first.key}`,
    `posted ${overdue.key}`,
    `withdrawn ${first.key}`,
  ]);
});

test('what an earlier run has posted is never posted again, and is taken off the list when it is over', async () => {
  const stage = await openStage({ asked: true, posted: [first.key] });
  await want(stage, first);
  await want(stage, first, overdue);
  await stand(stage, overdue.key);
  await want(stage);
  await stand(stage);
  expect(await remembered(stage)).toEqual([
    `posted ${overdue.key}`,
    `withdrawn ${first.key}`,
    `withdrawn ${overdue.key}`,
  ]);
});

test('a click on a notification is heard, also on the one that has replaced another', async () => {
  const stage = await openStage({ asked: true });
  await want(stage, first);
  await want(stage, reminder);
  await stand(stage, reminder.key);
  await stage.desktop.notifications.click();
  await until('the click is heard', async () => (await clicked(stage)).length > 0);
  expect(await clicked(stage)).toEqual(['notification']);
});

test('a notification that the person has waved away does not come back', async () => {
  const stage = await openStage({ asked: true });
  await want(stage, first);
  await stand(stage, first.key);
  await stage.desktop.notifications.dismiss();
  await want(stage, first);
  await want(stage, first, overdue);
  await stand(stage, overdue.key);
  expect(await clicked(stage)).toEqual([]);
});
