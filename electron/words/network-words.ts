import type { NetworkHost } from '../assess/network/hosts.ts';
import type { JudgedHost, NetworkCheck } from '../assess/network/judge.ts';
import type { ProxyUse, Signatory } from '../assess/network/observation.ts';
import { type Message, message } from './catalog.ts';
import { inColumns, widest } from './columns.ts';
import { type Speech, say } from './speech.ts';

const columns = ['host', 'result', 'proxy', 'issuer', 'inspection'] as const;
type Column = (typeof columns)[number];

/** What IT can copy: a table of the hosts, then a sentence for each that is not simply in order. No line end. */
export function networkText(speech: Speech, { checkedAt, hosts }: NetworkCheck): string {
  const tell = (text: Message) => say(speech, text, checkedAt);
  const head = columns.map((column) => tell(message(`network.${column}`)));
  const rows = hosts.map((judged) => rowOf(judged, tell));
  const sentences = hosts.flatMap((judged) => networkSentence(judged) ?? []).map(tell);
  return [
    tell(message('network.title')),
    new Date(checkedAt).toISOString(),
    '',
    ...aligned([head, ...rows]),
    '',
    ...(sentences.length === 0 ? [tell(message('network.all-good'))] : sentences),
  ].join('\n');
}

function rowOf(judged: JudgedHost, tell: (text: Message) => string): readonly string[] {
  const { host, observation, verdict } = judged;
  const cells: Readonly<Record<Column, string>> = {
    host: host.host,
    result: tell(message(`network.${verdict}`)),
    proxy: tell(proxy(observation.proxy)),
    issuer: tell(issuer(observation.certificate?.issuer ?? null)),
    inspection: tell(inspection(host)),
  };
  return columns.map((column) => cells[column]);
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = columns.map((_column, i) => widest(rows.map((row) => row[i] ?? '')));
  return rows.map((row) =>
    row
      .map((cell, i) => inColumns(cell, widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** What is to be said of the host; null where it is simply in order. */
export function networkSentence(judged: JudgedHost): Message | null {
  const sentence = plainSentence(judged);
  if (sentence === null || judged.confidence === 'certain') return sentence;
  return judged.verdict === 'unknown-issuer' ? sentence : message('network.maybe', { sentence });
}

function plainSentence({
  host: { host, inspection: rule },
  observation,
  verdict,
}: JudgedHost): Message | null {
  const { certificate, answer } = observation;
  const by = { host, issuer: nameOf(certificate?.issuer ?? null) };
  switch (verdict) {
    case 'in-order':
      return null;
    case 'inspected':
      if (rule.rule !== 'tolerated') return message(`network.inspected.${rule.rule}`, by);
      return message('network.inspected.tolerated', { ...by, version: String(rule.fromMacOs) });
    case 'expired':
      return message('network.expired.it', { ...by, at: certificate?.validTo ?? 0 });
    case 'not-yet-valid':
      return message('network.not-yet-valid.it', { ...by, at: certificate?.validFrom ?? 0 });
    case 'wrong-host':
      return message('network.wrong-host.it', { host, subject: certificate?.subject ?? '' });
    case 'unreachable': {
      const failure = answer.kind === 'failed' ? answer : ({ why: 'other', code: '' } as const);
      return message('network.unreachable.it', {
        host,
        why: message(`network.why.${failure.why}`),
        code: failure.code,
      });
    }
    case 'not-checked':
      return message('network.not-checked.it', { host });
    case 'other-issuer':
    case 'unknown-issuer':
    case 'untrusted':
      return message(`network.${verdict}.it`, by);
  }
}

function nameOf(signatory: Signatory | null): string {
  return signatory?.organisation ?? signatory?.name ?? '?';
}

function issuer(signatory: Signatory | null): Message {
  if (signatory === null) return message('network.no-issuer');
  const { organisation, name } = signatory;
  if (organisation !== null) return message('network.issuer.named', { name: organisation });
  return name === null ? message('network.issuer.unnamed') : message('network.issuer.common-name', { name });
}

function proxy(used: ProxyUse): Message {
  return used.kind === 'proxy'
    ? message('network.proxy.used', { name: used.name })
    : message(`network.proxy.${used.kind}`);
}

function inspection({ inspection: rule }: NetworkHost): Message {
  return rule.rule === 'tolerated'
    ? message('network.inspection.tolerated', { version: String(rule.fromMacOs) })
    : message(`network.inspection.${rule.rule}`);
}
