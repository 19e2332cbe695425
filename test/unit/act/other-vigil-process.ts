/**
 * A Vigil in a process of its own: `node other-vigil-process.ts DIR`. It says "ready", starts a sign-in on the
 * simulated Mac DIR when a line arrives on its standard input, says in JSON what came of that, and stays until the
 * sign-in has ended.
 */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { startAttempt } from '../../../electron/act/reactivate.ts';
import { depsFor } from './deps-for.ts';

const deps = depsFor(process.argv[2] ?? '');
const say = (word: unknown) => process.stdout.write(`${JSON.stringify(word)}\n`);

// Being read, it also keeps this process alive: a sign-in does not.
const input = createInterface(process.stdin);
say('ready');
await once(input, 'line');
const result = await startAttempt(deps, { by: 'cli', throttledUntil: null });
say(result);
if (result.kind === 'started') say(await result.ended);
input.close();
