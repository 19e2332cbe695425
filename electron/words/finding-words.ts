import type { Explained } from '../assess/codes/code-table.ts';
import type { EntraFilter, Finding } from '../assess/findings/finding.ts';
import type { Step } from '../assess/findings/steps.ts';
import { type Message, message } from './catalog.ts';

/** What there is to say about a finding, to the person and to IT. */
export type FindingWords = {
  readonly person: Message;
  readonly it: Message;
  readonly acts: Message;
  readonly confidence: Message;
  readonly because: Message;
  /** That it seems to be over; null where it is not. */
  readonly cured: Message | null;
  readonly steps: readonly StepWords[];
  /** The filter for Entra's sign-in logs; empty where there is none. */
  readonly entra: readonly EntraRow[];
};

export type StepWords = {
  readonly by: Step['by'];
  readonly text: Message;
  /** Null where the step costs nothing worth a word. */
  readonly cost: Message | null;
};

export type EntraRow = { readonly label: Message; readonly value: Message };

export function findingWords(finding: Omit<Finding, 'evidence'>): FindingWords {
  const { acts, confidence, because, curedAt, steps, entra } = finding;
  return {
    ...causeWords(finding),
    acts: message(`acts.${acts}`),
    confidence: message(`confidence.${confidence}`),
    because: message(`because.${because}`),
    cured: curedAt === null ? null : message('finding.cured', { at: curedAt }),
    steps: steps.map(stepWords),
    entra: entra === null ? [] : entraRows(entra),
  };
}

function causeWords({
  id,
  because,
  settings,
}: Omit<Finding, 'evidence'>): Pick<FindingWords, 'person' | 'it'> {
  if (id === 'setting-invalid') {
    const names = (settings ?? []).join(', ');
    return {
      person: message('finding.setting-invalid', { names }),
      it: message('finding.setting-invalid.it', { names }),
    };
  }
  const wasOffline = id === 'offline' && because !== 'seen-now';
  return {
    person: message(wasOffline ? 'finding.was-offline' : `finding.${id}`),
    it: message(`finding.${id}.it`),
  };
}

/** `53003 AADSTS53003: A policy …`: for IT, who looks up the number. */
export function codeText({ code, name, meaning }: Explained): string {
  const isNamed = name !== null && name !== String(code);
  return `${code}${isNamed ? ` ${name}` : ''}: ${meaning}`;
}

function stepWords({ id, by, cost, version }: Step): StepWords {
  return { by, text: stepText(id, version ?? ''), cost: cost === null ? null : message(`cost.${cost}`) };
}

function stepText(id: Step['id'], version: string): Message {
  if (id === 'update-macos' || id === 'update-jamf') return message(`step.${id}`, { version });
  return message(`step.${id}`);
}

/** Times as Entra's filter takes them, in UTC whatever the zone of the reader. */
function entraRows({ apps, account, fromAt, toAt, correlationIds }: EntraFilter): readonly EntraRow[] {
  const value = (text: string) => message('entra.value', { text });
  return [
    ...apps.map(({ id, name }) => ({
      label: message('entra.app'),
      value: value(name === id ? id : `${name} (${id})`),
    })),
    ...(account === null ? [] : [{ label: message('entra.account'), value: value(account) }]),
    { label: message('entra.time'), value: value(`${utc(fromAt)} – ${utc(toAt)}`) },
    ...correlationIds.map((id) => ({ label: message('entra.correlation-id'), value: value(id) })),
  ];
}

/** `2026-11-25 12:00:00`; empty for what is no time. */
function utc(at: number): string {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? '' : time.toISOString().slice(0, 19).replace('T', ' ');
}
