/**
 * `/usr/bin/log` of the simulated Mac: `stream` and `show` over the records that the Mac's programs append to one file.
 * Bytes are read and written as Latin-1, so that rubbish in the store arrives unchanged.
 */
import { createReadStream, fstatSync, openSync, readFileSync, readSync, watch } from 'node:fs';
import { createInterface } from 'node:readline';
import { macLayout } from '../layout.ts';
import type { LogCommand } from './log-options.ts';
import { parseLogCommand } from './log-options.ts';

/** Ways in which a stream goes wrong; each test sets its own. */
export type LogFaults = {
  /** The stream exits with 1 after so many records. */
  readonly dieAfter?: number;
  /** Every record comes twice. */
  readonly twice?: boolean;
  /** Every line comes in two pieces with a pause between them. */
  readonly halves?: boolean;
};

const [root = '', ...args] = process.argv.slice(2);
const layout = macLayout(root);

process.stdout.on('error', () => process.exit(0)); // the reader has gone

const command = readCommand();
const isRoot = process.env.SIMULATED_UID === '0';
const allowed = isRoot || readFileSync(layout.state.logAccess, 'utf8').trim() === 'admin';
if (command.verb === 'stream') {
  if (!allowed) refuse(77, "Must be admin to run 'stream' command");
  stream(command);
} else {
  if (!allowed) refuse(1, 'Could not open local log store: Operation not permitted');
  await show(command);
}

function readCommand(): LogCommand {
  try {
    return parseLogCommand(args);
  } catch (error) {
    return refuse(64, error instanceof Error ? error.message : String(error));
  }
}

function refuse(code: number, why: string): never {
  process.stderr.write(`log: ${why}\n`);
  process.exit(code);
}

/** Delivers what is appended from now on; nothing from before. Ends with its reader, its time-out or a signal. */
function stream(command: LogCommand): void {
  const store = openSync(layout.logStore, 'r');
  const deliver = delivery(readFaults());
  const buffer = Buffer.alloc(1 << 20);
  let position = fstatSync(store).size;
  let pending = '';

  const readOn = () => {
    if (fstatSync(store).nlink === 0) process.exit(1); // the Mac was removed
    for (;;) {
      const count = readSync(store, buffer, 0, buffer.length, position);
      if (count === 0) return;
      position += count;
      const lines = (pending + buffer.toString('latin1', 0, count)).split('\n');
      pending = lines.pop() ?? '';
      for (const line of lines) if (wanted(line, command)) deliver(line);
    }
  };
  watch(layout.logFolder, readOn);
  process.stdout.write(`Filtering the log data using "${command.predicateText}"\n`);
  readOn();

  if (command.timeoutMs !== null) setTimeout(() => process.exit(0), command.timeoutMs);
  endWithParent();
}

/** The real one stays until its next write; here an orphan goes at once, so that a killed test leaves nothing. */
function endWithParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(0);
  }, 500);
}

async function show(command: LogCommand): Promise<void> {
  let count = 0;
  const store = createReadStream(layout.logStore, { encoding: 'latin1' });
  for await (const line of createInterface({ input: store, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (!wanted(line, command) || timeOf(line) < command.startAt) continue;
    count += 1;
    process.stdout.write(`${line}\n`, 'latin1');
  }
  process.stdout.write(`{"count":${count},"finished":1}\n`);
}

function wanted(line: string, { predicate, info, debug }: LogCommand): boolean {
  const record = recordOf(line);
  if (record === null) return true; // rubbish that a test put there has to arrive
  if (record.messageType === 'Debug' && !debug) return false;
  if (record.messageType === 'Info' && !info) return false;
  return predicate(record);
}

function recordOf(line: string): Record<string, unknown> | null {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function timeOf(line: string): number {
  const match = /"timestamp":"(\S+) (\S+)([+-]\d\d)(\d\d)"/.exec(line);
  return match === null
    ? Number.POSITIVE_INFINITY
    : Date.parse(`${match[1]}T${match[2]}${match[3]}:${match[4]}`);
}

function readFaults(): LogFaults {
  return JSON.parse(readFileSync(layout.state.logFaults, 'utf8'));
}

function delivery({ dieAfter, twice, halves }: LogFaults): (line: string) => void {
  let delivered = 0;
  const write = (line: string) => {
    if (halves !== true) {
      process.stdout.write(`${line}\n`, 'latin1');
      return;
    }
    const middle = Math.floor(line.length / 2);
    process.stdout.write(line.slice(0, middle), 'latin1');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    process.stdout.write(`${line.slice(middle)}\n`, 'latin1');
  };
  return (line) => {
    write(line);
    if (twice === true) write(line);
    delivered += 1;
    if (delivered === dieAfter) process.exit(1);
  };
}
