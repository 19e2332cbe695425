import { parseArgs } from 'node:util';
import type { Predicate } from './log-predicate.ts';
import { parsePredicate } from './log-predicate.ts';

export type LogCommand = {
  readonly verb: 'stream' | 'show';
  /** As it was given, for the banner; empty where there is none. */
  readonly predicateText: string;
  readonly predicate: Predicate;
  readonly info: boolean;
  readonly debug: boolean;
  /** `show` only: epoch milliseconds of the first second that is wanted. */
  readonly startAt: number;
  readonly timeoutMs: number | null;
};

/** Reads the command line of `log`. Throws an Error whose message goes to stderr, where the real one exits with 64. */
export function parseLogCommand(args: readonly string[]): LogCommand {
  const [verb, ...rest] = args;
  if (verb !== 'stream' && verb !== 'show') throw new Error(`Unknown subcommand '${verb ?? ''}'`);
  const { values } = parseArgs({
    args: rest,
    options: {
      style: { type: 'string' },
      color: { type: 'string' },
      predicate: { type: 'string' },
      info: { type: 'boolean', default: false },
      debug: { type: 'boolean', default: false },
      level: { type: 'string' },
      timeout: { type: 'string' },
      start: { type: 'string' },
      last: { type: 'string' },
    },
  });
  if (values.style !== 'ndjson') throw new Error('the simulated Mac prints only --style ndjson');
  const streaming = verb === 'stream';
  const notHere = (streaming ? ['start', 'last'] : ['level', 'timeout']) as readonly (
    | 'start'
    | 'last'
    | 'level'
    | 'timeout'
  )[];
  for (const name of notHere) {
    if (values[name] !== undefined) throw new Error(`unrecognized option '--${name}'`);
  }
  const level = values.level ?? 'default';
  if (!['default', 'info', 'debug'].includes(level)) throw new Error(`Invalid level '${level}'`);
  return {
    verb,
    predicateText: values.predicate ?? '',
    predicate: values.predicate === undefined ? () => true : parsePredicate(values.predicate),
    info: values.info || level !== 'default',
    debug: values.debug || level === 'debug',
    startAt: startOf(values.start, values.last),
    timeoutMs: values.timeout === undefined ? null : duration(values.timeout),
  };
}

function startOf(start: string | undefined, last: string | undefined): number {
  if (start !== undefined) return instant(start);
  return last === undefined ? 0 : Math.floor((Date.now() - duration(last)) / 1000) * 1000;
}

/** `2026-11-25 01:02:03+0100`, or local time without the offset. A fraction of a second is refused, as by the real one. */
function instant(text: string): number {
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:([+-]\d\d)(\d\d))?$/.exec(text);
  if (match === null) throw new Error(`Failed to parse start date '${text}'`);
  const [, date, clock, hours, minutes] = match;
  const at = Date.parse(`${date}T${clock}${hours === undefined ? '' : `${hours}:${minutes}`}`);
  if (Number.isNaN(at)) throw new Error(`Failed to parse start date '${text}'`);
  return at;
}

const unitMs: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

function duration(text: string): number {
  const match = /^(\d+)([smhd]?)$/.exec(text);
  const unit = unitMs[match?.[2] || 's'];
  if (match === null || unit === undefined) throw new Error(`Invalid time '${text}'`);
  return Number(match[1]) * unit;
}
