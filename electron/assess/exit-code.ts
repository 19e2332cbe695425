import type { View } from './view.ts';

/** Exit codes of `vigil status`. Usage errors are 64, as sysexits.h has it. */
export const exitCodes = { inOrder: 0, attention: 1, deactivated: 2, unregistered: 3, unknown: 4 } as const;

export function exitCodeOf({ phase, attention }: View): number {
  if (phase === 'deactivated' || phase === 'unregistered' || phase === 'unknown') return exitCodes[phase];
  return attention ? exitCodes.attention : exitCodes.inOrder;
}
