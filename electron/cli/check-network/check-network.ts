import { networkHosts } from '../../assess/network/hosts.ts';
import { checkNetwork } from '../../network-check.ts';
import { readSettings } from '../../sense/settings.ts';
import { resolveSettings } from '../../settings/in-force.ts';
import { message } from '../../words/catalog.ts';
import { networkText } from '../../words/network-words.ts';
import { say } from '../../words/speech.ts';
import type { CliHost } from '../host.ts';
import { jsonOf } from './json.ts';

type CheckNetworkOptions = {
  readonly json: boolean;
  /** National clouds, too. */
  readonly all: boolean;
};

export type CheckNetworkHost = Pick<
  CliHost,
  'paths' | 'speech' | 'vigilVersion' | 'stdout' | 'stderr' | 'networkProbe' | 'onInterrupt'
>;

const exit = { nothingInTheWay: 0, trouble: 1, notAllowed: 77, interrupted: 130 };

/** Looks at the way to the hosts that a sign-in needs, and says what is in it. */
export async function checkNetworkFromTerminal(
  { paths, speech, vigilVersion, stdout, stderr, networkProbe, onInterrupt }: CheckNetworkHost,
  { json, all }: CheckNetworkOptions,
): Promise<number> {
  if (!resolveSettings(readSettings(paths)).settings.NetworkCheckAllowed) {
    stderr.write(`${say(speech, message('network.not-allowed'), Date.now())}\n`);
    return exit.notAllowed;
  }
  const abort = new AbortController();
  const endInterrupts = onInterrupt(() => abort.abort());
  try {
    const hosts = networkHosts.filter(({ needed }) => all || needed === 'always');
    const check = await checkNetwork(hosts, await networkProbe(), abort.signal);
    const text = json
      ? JSON.stringify(jsonOf(speech, check, vigilVersion), null, 2)
      : networkText(speech, check);
    stdout.write(`${text}\n`);
    if (abort.signal.aborted) return exit.interrupted;
    return check.hosts.some(({ rating }) => rating === 'bad') ? exit.trouble : exit.nothingInTheWay;
  } finally {
    endInterrupts();
  }
}
