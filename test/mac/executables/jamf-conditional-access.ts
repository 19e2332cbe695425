/**
 * "Jamf Conditional Access" of the simulated Mac: a silent sign-in, then a window, then the truth in the plist and the
 * log. As of the real one nothing is known of its exit codes, so every sign-in that comes to an end exits with 0.
 */

import { readBehaviour } from '../agent-behaviour.ts';
import { macLayout } from '../layout.ts';
import { readDictionary } from '../plist-file.ts';
import { SignIn } from './sign-in.ts';

const recurringRemovedIn = [11, 5] as const;
const windowMs = 2 * 60 * 60_000;

const [root = '', verb = 'help', ...flags] = process.argv.slice(2);
const layout = macLayout(root, process.env.SIMULATED_USER);

switch (verb) {
  case 'gatherAADInfo':
    if (!flags.includes('-recurring') || (await recurs())) await gather();
    break;
  case 'version':
    process.stdout.write(`version=${await jamfVersion()}\n`);
    break;
  default:
    process.stdout.write(
      'Usage: Jamf Conditional Access <verb> [-verbose]\n\tgatherAADInfo [-recurring] [-disable-cache-read]\n',
    );
    process.stdout.write('\thelp\n\tversion\n');
}

async function gather(): Promise<void> {
  const signIn = new SignIn(layout, await readBehaviour(layout.state.behaviour));
  const signedIn = await signIn.run();
  const claim = signedIn ? 'AAD ID acquired' : 'No AAD ID found';
  process.stdout.write(`${claim} for macOS user account ${layout.userName}\n`);
  process.exit(0); // a window that nobody answered may still be watched
}

/** Whether a recurring run has anything to do: not when deactivated, not within two hours, and no longer from 11.5 on. */
async function recurs(): Promise<boolean> {
  const [major = 0, minor = 0] = (await jamfVersion()).split('.').map(Number);
  const [removedMajor, removedMinor] = recurringRemovedIn;
  if (major > removedMajor || (major === removedMajor && minor >= removedMinor)) return false;
  const state = await readDictionary(layout.aadPlist);
  if (state.have_an_Azure_id === false) return false;
  return Date.now() - Number(state.last_aad_token_timestamp ?? 0) * 1000 >= windowMs;
}

async function jamfVersion(): Promise<string> {
  return String((await readDictionary(layout.jamfInfo)).CFBundleShortVersionString ?? '0');
}
