import { exitCodes } from '../assess/exit-code.ts';
import { statusOf } from '../assess/status.ts';
import type { Assessment } from '../assess/view.ts';
import { Ledger } from '../ledger.ts';
import { MacWatch, type WatchOptions } from '../watch-mac.ts';
import { message } from '../words/catalog.ts';
import { line } from '../words/describe.ts';
import { notificationWords } from '../words/notification-words.ts';
import { outcomeWords } from '../words/outcome-words.ts';
import { say } from '../words/speech.ts';
import type { CliHost } from './host.ts';

const phaseWidth = 'unregistered'.length;

/** Tells every change until Ctrl-C: time, phase and one sentence, and what would be notified. */
export async function watch(host: CliHost, { json }: { readonly json: boolean }): Promise<number> {
  const { stdout, onInterrupt } = host;
  const tell = json ? jsonTeller(host) : textTeller(host);
  const mac = watchFromTerminal(host, (assessment, assessedAt) => {
    for (const text of tell(assessment, assessedAt)) stdout.write(`${text}\n`);
  });
  await mac.start();
  await new Promise<void>((resolve) => {
    const end = onInterrupt(() => {
      end();
      resolve();
    });
  });
  await mac.stop();
  return exitCodes.inOrder;
}

/** A watch that writes to no file of Vigil's but the record of a sign-in: the ledger is the app's. */
export function watchFromTerminal(host: CliHost, onAssessment: WatchOptions['onAssessment']): MacWatch {
  const { paths, userName, stderr, fetch } = host;
  const problem = (...what: unknown[]) => void stderr.write(`${what.join(' ')}\n`);
  return new MacWatch({
    paths,
    userName,
    ledger: Ledger.peek({ path: paths.vigil.ledger, now: Date.now, onProblem: problem }),
    fetch,
    onAssessment,
    onError: problem,
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: problem },
  });
}

type Teller = (assessment: Assessment, assessedAt: number) => readonly string[];

/** Lines for people; a line that would only repeat the last one is not told. */
function textTeller({ speech }: CliHost): Teller {
  let last = '';
  const told = new Set<string>();
  let isFirst = true;
  return ({ view, wants }, assessedAt) => {
    const lines: string[] = [];
    // What had ended before the watch began is no news.
    if (isFirst && view.attempt !== null && view.attempt.outcome !== null) told.add(view.attempt.id);
    isFirst = false;
    const time = new Date(assessedAt).toTimeString().slice(0, 8);
    const add = (label: string, sentence: string) =>
      lines.push(`${time}  ${label.padEnd(phaseWidth)}  ${sentence}`);
    const outcome = view.attempt?.outcome ?? null;
    if (outcome !== null && view.attempt !== null && !told.has(view.attempt.id)) {
      told.add(view.attempt.id);
      const { title, sentence } = outcomeWords(outcome);
      add('result', say(speech, message('line', { headline: title, sentence }), assessedAt));
    }
    const sentence = say(speech, line(view), assessedAt);
    if (last !== view.phase + sentence) add(view.phase, sentence);
    last = view.phase + sentence;
    for (const { key, cause } of wants.filter((want) => !told.has(want.key))) {
      told.add(key);
      if (cause.kind === 'result') continue;
      const { title, body } = notificationWords(cause);
      add('notification', `${say(speech, title, assessedAt)}: ${say(speech, body, assessedAt)}`);
    }
    return lines;
  };
}

/** One JSON object a line for every assessment that says something new, in the form of `status --json`. */
function jsonTeller({ vigilVersion }: CliHost): Teller {
  let last = '';
  return (assessment, assessedAt) => {
    const status = statusOf(assessment, { assessedAt, vigilVersion, pid: null });
    const { assessedAt: _now, nextAt: _next, ...lasting } = status;
    if (JSON.stringify(lasting) === last) return [];
    last = JSON.stringify(lasting);
    return [JSON.stringify(status)];
  };
}
