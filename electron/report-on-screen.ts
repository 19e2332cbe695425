import type { NetworkCheck } from './assess/network/judge.ts';
import type { ReportAsked } from './contract.ts';
import type { DeskOptions } from './desk.ts';

/** The report for IT as the popover shows it. What it takes is loaded when it is asked for: the icon does not wait for it. */
export async function writeReport(
  { paths, userName, vigilVersion, ledger, mac }: DeskOptions,
  locale: string,
  { network }: ReportAsked,
): Promise<string> {
  const { reportOnMac } = await import('./report-on-mac.ts');
  const { textOf } = await import('./report/text.ts');
  const { assessment, facts } = mac.engine;
  if (assessment === null) throw new Error('nothing was assessed yet');
  const entries = ledger.entries();
  const { NetworkCheckAllowed } = mac.settings.settings;
  const networkCheck = network ? await checkThisNetwork(NetworkCheckAllowed) : null;
  const seen = { assessment, facts, entries, networkCheck };
  return textOf(await reportOnMac({ paths, userName, vigilVersion, ...seen }), locale);
}

/** It ends by itself, with what is known by then. */
async function checkThisNetwork(isAllowed: boolean): Promise<NetworkCheck | 'not-allowed'> {
  if (!isAllowed) return 'not-allowed';
  const { netProbe } = await import('./net-probe.ts');
  const { checkUsualHosts } = await import('./network-check.ts');
  return checkUsualHosts(netProbe(), new AbortController().signal);
}
