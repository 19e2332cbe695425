import type { Shown, VigilDoor } from '../electron/contract.ts';

/** The newest state that the main process has told; a reader, not an owner. */
export type ShownStore = {
  readonly get: () => Shown;
  /** Returns what ends the listening. */
  readonly subscribe: (listener: () => void) => () => void;
};

/** Listens before it asks, so that no state is lost between the answer and the first drawing. */
export async function openShownStore(door: Pick<VigilDoor, 'snapshot' | 'onShown'>): Promise<ShownStore> {
  const listeners = new Set<() => void>();
  let told: Shown | null = null;
  const end = door.onShown((shown) => {
    told = shown;
    for (const listener of listeners) listener();
  });
  const snapshot = await door.snapshot().catch((error: unknown) => {
    end();
    throw error;
  });
  return {
    // What was pushed meanwhile is newer than the answer.
    get: () => told ?? snapshot,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
