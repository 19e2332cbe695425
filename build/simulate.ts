import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Mac } from '../test/mac/mac.ts';
import { personAtTheKeyboard } from '../test/mac/person.ts';
import { type Person, play } from '../test/mac/play.ts';
import { macFor, type Scenario } from '../test/mac/scenarios.ts';
import { type Child, type Children, onInterrupt } from './children.ts';
import { type Command, vigilInTerminal, vigilInTray } from './vigil-command.ts';

/** As wide as the phases that `vigil watch` prints, so that both stand in one table. */
const LABEL_WIDTH = 12;
const ASK_AGAIN_MS = 500;

export type Simulation = {
  readonly scenario: Scenario;
  readonly where: 'tray' | 'terminal';
  /** 2 plays the story twice as fast. Vigil's own times stay as they are. */
  readonly speed: number;
};

/**
 * Starts Vigil on a simulated Mac that plays a story. In the terminal the story clicks by itself and the end of it is
 * the end; with a display the person clicks, and the end is when they quit Vigil.
 * @returns the exit code
 */
export async function simulate(simulation: Simulation, children: Children): Promise<number> {
  const dir = await mkdtemp(join(tmpdir(), 'vigil-mac-'));
  const stop = new AbortController();
  let mac: Mac | undefined;
  let cleaning: Promise<void> | undefined;
  const cleanUp = async () => {
    stop.abort();
    await children.end();
    await mac?.dispose();
    await rm(dir, { recursive: true, force: true });
  };
  const cleanUpOnce = async () => {
    cleaning ??= cleanUp();
    await cleaning;
  };
  onInterrupt(cleanUpOnce);
  try {
    const command = await vigilCommand(simulation.where, dir, children);
    mac = await Mac.create({ ...macFor(simulation.scenario), dir });
    return await tell(simulation, mac, start(children, command, mac), children, stop);
  } finally {
    await cleanUpOnce();
  }
}

async function vigilCommand(where: Simulation['where'], dir: string, children: Children): Promise<Command> {
  if (where === 'terminal') return vigilInTerminal('watch');
  return vigilInTray(children, `--user-data-dir=${join(dir, 'profile')}`);
}

async function tell(
  { scenario, where, speed }: Simulation,
  mac: Mac,
  vigil: Child,
  children: Children,
  stop: AbortController,
): Promise<number> {
  say(`${scenario.title} (a simulated Mac in ${mac.dir})`);
  const { signal } = stop;
  const person = where === 'tray' ? personAtTheKeyboard(mac, say, signal) : personInTheStory(children, mac);
  const story = play(mac, scenario, { speed, say, signal, person });
  const quit = await Promise.race([vigil.ended, story.then(() => undefined)]);
  if (quit !== undefined) {
    stop.abort();
    await story.catch(() => undefined);
    return quit;
  }
  if (where === 'terminal') return 0;
  say('The story is over. Vigil stays; quit it from its menu, or press Ctrl-C here.');
  return vigil.ended;
}

/** Types what the person in the story clicks. */
function personInTheStory(children: Children, mac: Mac): Person {
  let signIn: Child | undefined;
  return {
    clickReactivate: async (expected) => {
      const command = vigilInTerminal('reactivate', '--yes');
      // `watch` tells how a sign-in goes; of one that was refused nobody else would.
      signIn = start(children, command, mac, expected === 'refusal' ? 'inherit' : 'ignore');
      if (expected === 'refusal') await signIn.ended;
    },
    clickStop: async () => {
      // The first Ctrl-C only asks whether that is meant.
      while ((await mac.agentProcesses()).length > 0) {
        signIn?.signal('SIGINT');
        await delay(ASK_AGAIN_MS);
      }
    },
  };
}

function start(
  children: Children,
  [executable, ...args]: Command,
  mac: Mac,
  output: 'inherit' | 'ignore' = 'inherit',
) {
  return children.start(executable, args, { env: { VIGIL_ROOT: mac.dir }, output });
}

function say(sentence: string): void {
  const time = new Date().toTimeString().slice(0, 8);
  process.stdout.write(`${time}  ${'story'.padEnd(LABEL_WIDTH)}  ${sentence}\n`);
}
