import type { Mac } from './mac.ts';
import type { Person } from './play.ts';
import { until } from './until.ts';

const clickLimitMs = 5 * 60_000;

/** The command for a shell, whatever the folder is called. */
export function vigilOn(dir: string, command: string): string {
  return `VIGIL_ROOT='${dir.replaceAll("'", `'\\''`)}' npm run --silent vigil -- ${command}`;
}

/** Whoever plays the story clicks in their own Vigil; that something was clicked shows in the Mac's processes. */
export function personAtTheKeyboard(mac: Mac, say: (sentence: string) => void, signal: AbortSignal): Person {
  const signingIn = async () => (await mac.agentProcesses()).some(({ args }) => !args.endsWith('-recurring'));
  return {
    clickReactivate: async (expected) => {
      if (expected === 'refusal') return;
      say(`Your turn, within 5 minutes: click it in Vigil, or run ${vigilOn(mac.dir, 'reactivate')}`);
      await until('a click on "Sign In Again"', signingIn, { limitMs: clickLimitMs, signal });
    },
    clickStop: async () => {
      say('Your turn, within 5 minutes: click "Stop Sign-In" in Vigil.');
      await until('a click on "Stop Sign-In"', async () => !(await signingIn()), {
        limitMs: clickLimitMs,
        signal,
      });
    },
  };
}
