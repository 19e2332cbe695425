import { expect, test } from 'vitest';
import type { Shown } from '../../../electron/contract.ts';
import { openShownStore } from '../../../renderer/shown-store.ts';
import { views } from '../words/views.ts';
import { shownOf } from './shown.ts';

const shown = (vigilVersion: string): Shown => shownOf(views.protected, { vigilVersion });

/** The door of a main process that tells `snapshot` when it is asked. */
function doorOf(snapshot: Promise<Shown>) {
  const listeners: ((shown: Shown) => void)[] = [];
  return {
    snapshot: () => snapshot,
    onShown: (listener: (shown: Shown) => void) => {
      listeners.push(listener);
      return () => {
        listeners.splice(listeners.indexOf(listener), 1);
      };
    },
    listeners,
    tell: (state: Shown) => {
      for (const listener of listeners) listener(state);
    },
  };
}

test('the page begins with the state at the time of asking', async () => {
  const store = await openShownStore(doorOf(Promise.resolve(shown('1'))));
  expect(store.get().vigilVersion).toBe('1');
});

test('a state that was told while the page asked is newer than the answer', async () => {
  const { promise, resolve } = Promise.withResolvers<Shown>();
  const door = doorOf(promise);
  const opening = openShownStore(door);
  door.tell(shown('2'));
  resolve(shown('1'));
  expect((await opening).get().vigilVersion).toBe('2');
});

test('each state is told to who listens, until they end it', async () => {
  const door = doorOf(Promise.resolve(shown('1')));
  const store = await openShownStore(door);
  const heard: string[] = [];
  const end = store.subscribe(() => heard.push(store.get().vigilVersion));
  door.tell(shown('2'));
  end();
  door.tell(shown('3'));
  expect(heard).toEqual(['2']);
  expect(store.get().vigilVersion).toBe('3');
});

test('a main process that does not answer is an error, not an empty window', async () => {
  const door = doorOf(Promise.reject(new Error('no handler')));
  await expect(openShownStore(door)).rejects.toThrow('no handler');
  expect(door.listeners).toEqual([]);
});
