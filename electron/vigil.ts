import { readFileSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { createInterface } from 'node:readline/promises';
import { z } from 'zod';
import type { Probe } from './act/network-check/probe.ts';
import { endWithReader } from './cli/broken-pipe.ts';
import type { CliHost } from './cli/host.ts';
import { runCli } from './cli/program.ts';
import { openSpeech } from './cli/speech.ts';
import { locateMac } from './paths.ts';

// The command line under plain Node, for development: real Electron cannot start without a display.

const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')));
const userName = userInfo().username;
const mac = locateMac({ root: process.env.VIGIL_ROOT, packaged: false, userName, home: homedir() });

if (mac.kind === 'refused') {
  process.stderr.write(`${mac.why}\n`);
  process.exitCode = 64;
} else {
  const host: CliHost = {
    paths: mac.paths,
    userName,
    vigilVersion: version,
    speech: await openSpeech(mac.paths, [Intl.DateTimeFormat().resolvedOptions().locale]),
    stdin: () => process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    confirm: process.stdin.isTTY ? ask : null,
    fetch,
    networkProbe,
    onInterrupt: (listener) => {
      process.on('SIGINT', listener);
      process.on('SIGTERM', listener);
      return () => {
        process.off('SIGINT', listener);
        process.off('SIGTERM', listener);
      };
    },
  };
  endWithReader(process, (exitCode) => process.exit(exitCode));
  process.exitCode = await runCli(process.argv.slice(2), host);
}

async function networkProbe(): Promise<Probe> {
  const { nodeProbe } = await import('./act/network-check/node-probe.ts');
  return nodeProbe({ proxy: process.env.HTTPS_PROXY || process.env.https_proxy || null });
}

async function ask(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`${question} [y/N] `);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}
