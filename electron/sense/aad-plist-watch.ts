import { isDeepStrictEqual } from 'node:util';
import type { PlistFact } from '../assess/facts.ts';
import { readAadPlist } from './aad-plist.ts';
import { watchFile } from './file-watch.ts';

export type AadPlistWatch = {
  /** Reads the file now. The engine does so at its own times too: file events are never trusted alone. */
  readonly read: () => PlistFact;
  readonly close: () => void;
};

/** Calls `onChange` with every reading that differs from the one last given out, here or by `read`. */
export function watchAadPlist(path: string, onChange: (fact: PlistFact) => void): AadPlistWatch {
  let given: PlistFact | null = null;
  let closed = false;

  const watch = watchFile(path, () => {
    const fact = readAadPlist(path);
    if (isDeepStrictEqual(fact, given)) return;
    given = fact;
    onChange(fact);
  });

  return {
    read: () => {
      if (!closed) watch.rearm();
      given = readAadPlist(path);
      return given;
    },
    close: () => {
      closed = true;
      watch.close();
    },
  };
}
