import type { NetworkCheck } from '../../assess/network/judge.ts';
import { checkUsualHosts } from '../../network-check.ts';
import { textOf } from '../../report/text.ts';
import { reportOnMac } from '../../report-on-mac.ts';
import type { Settings } from '../../settings/table.ts';
import { message } from '../../words/catalog.ts';
import { say } from '../../words/speech.ts';
import type { CliHost } from '../host.ts';
import { assessLook, lookOnce } from '../look.ts';
import { jsonOf } from './json.ts';
import { withLog } from './read-log.ts';

export type ReportOptions = {
  readonly json: boolean;
  /** Look at the way to the sign-in hosts, too, which makes requests. */
  readonly network: boolean;
};

type ReportHost = Pick<
  CliHost,
  'paths' | 'userName' | 'vigilVersion' | 'speech' | 'stdout' | 'stderr' | 'networkProbe' | 'onInterrupt'
>;

const exit = { written: 0, interrupted: 130 };

/** Prints the report for IT about this Mac. It goes nowhere else: what is printed is what there is to send. */
export async function report(host: ReportHost, { json, network }: ReportOptions): Promise<number> {
  const { paths, userName, vigilVersion, speech, stdout, stderr } = host;
  const startedAt = Date.now();
  // Days of log take up to half a minute.
  if ('isTTY' in stderr && stderr.isTTY === true)
    stderr.write(`${say(speech, message('report.gathering'), startedAt)}\n`);
  const look = await withLog(host, await lookOnce(host, startedAt), startedAt);
  if (look === null) return exit.interrupted;
  const networkCheck = network ? await checkedNetwork(host, look.settings) : null;
  if (networkCheck === 'interrupted') return exit.interrupted;
  const written = await reportOnMac({
    paths,
    userName,
    vigilVersion,
    assessment: assessLook(look, Date.now()),
    facts: look.facts,
    entries: look.entries,
    networkCheck,
  });
  stdout.write(`${json ? jsonOf(written, speech.locale) : textOf(written, speech.locale)}\n`);
  return exit.written;
}

async function checkedNetwork(
  { networkProbe, onInterrupt, speech, stderr }: ReportHost,
  { NetworkCheckAllowed }: Settings,
): Promise<NetworkCheck | 'not-allowed' | 'interrupted'> {
  if (!NetworkCheckAllowed) {
    stderr.write(`${say(speech, message('network.not-allowed'), Date.now())}\n`);
    return 'not-allowed';
  }
  const abort = new AbortController();
  const endInterrupts = onInterrupt(() => abort.abort());
  try {
    const check = await checkUsualHosts(await networkProbe(), abort.signal);
    return abort.signal.aborted ? 'interrupted' : check;
  } finally {
    endInterrupts();
  }
}
