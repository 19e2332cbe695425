import type { Mac } from './mac.ts';
import type { Person } from './play.ts';
import { until } from './until.ts';

const clickLimitMs = 5 * 60_000;

/** Whoever plays the story clicks in their own Vigil; that something was clicked shows in the Mac's processes. */
export function personAtTheKeyboard(mac: Mac, say: (sentence: string) => void, signal: AbortSignal): Person {
  const signingIn = async () => (await mac.agentProcesses()).some(({ args }) => !args.endsWith('-recurring'));
  return {
    clickReactivate: async (expected) => {
      if (expected === 'refusal') return;
      say(`Your turn: click it in Vigil, or run VIGIL_ROOT='${mac.dir}' npm run vigil -- reactivate`);
      await until('somebody has clicked "Sign In Again"', signingIn, { limitMs: clickLimitMs, signal });
    },
    clickStop: async () => {
      say('Your turn: click "Stop Sign-In" in Vigil.');
      await until('somebody has clicked "Stop Sign-In"', async () => !(await signingIn()), {
        limitMs: clickLimitMs,
        signal,
      });
    },
  };
}
