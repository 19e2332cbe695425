import { networkHosts } from '../../assess/network/hosts.ts';
import { checkNetwork } from '../../network-check.ts';
import { networkText } from '../../words/network-words.ts';
import type { CliHost } from '../host.ts';
import { jsonOf } from './json.ts';

type CheckNetworkOptions = {
  readonly json: boolean;
  /** National clouds, too. */
  readonly all: boolean;
};

export type CheckNetworkHost = Pick<
  CliHost,
  'speech' | 'vigilVersion' | 'stdout' | 'networkProbe' | 'onInterrupt'
>;

const exit = { nothingInTheWay: 0, trouble: 1, interrupted: 130 };

/** Looks at the way to the hosts that a sign-in needs, and says what is in it. */
export async function checkNetworkFromTerminal(
  { speech, vigilVersion, stdout, networkProbe, onInterrupt }: CheckNetworkHost,
  { json, all }: CheckNetworkOptions,
): Promise<number> {
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
