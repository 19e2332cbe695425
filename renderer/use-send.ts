import { useState } from 'react';
import type { Intent } from '../electron/contract.ts';

/** Sends one intent at a time; `busy` until the main process has taken it. */
export function useSend(door: (intent: Intent) => Promise<void>) {
  const [busy, setBusy] = useState(false);
  const send = (intent: Intent): void => {
    if (busy) return;
    setBusy(true);
    void door(intent).finally(() => setBusy(false));
  };
  return { send, busy };
}
