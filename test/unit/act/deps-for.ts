import { userInfo } from 'node:os';
import type { ActDeps } from '../../../electron/act/deps.ts';
import { actOnMac } from '../../../electron/act-on-mac.ts';
import { locateMac } from '../../../electron/paths.ts';

/** What Vigil acts on the simulated Mac in `root` with. */
export function depsFor(root: string): ActDeps {
  const { username, homedir } = userInfo();
  const located = locateMac({ root, packaged: false, userName: username, home: homedir });
  if (located.kind === 'refused') throw new Error(located.why);
  const silent = { info: () => {}, warn: () => {}, error: () => {} };
  return actOnMac({ paths: located.paths, userName: username, fetch, log: silent });
}
