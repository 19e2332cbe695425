import type { Finding } from '../assess/findings/finding.ts';
import { type Message, message } from './catalog.ts';
import { codeText, type EntraRow, findingWords } from './finding-words.ts';
import { type Speech, say } from './speech.ts';

/** A finding, written out. */
export type FindingText = {
  readonly person: string;
  readonly it: string;
  readonly confidence: string;
  readonly because: string;
  readonly cured: string | null;
  readonly codes: readonly string[];
  readonly steps: readonly { readonly by: 'person' | 'it'; readonly text: string; readonly cost: string }[];
  readonly entra: readonly { readonly label: string; readonly value: string }[];
  readonly evidence: readonly EvidenceText[];
};

/** A line of the log: when, where it was found or what it means, and the line itself. */
export type EvidenceText = { readonly time: string; readonly place: string; readonly line: string };

export type Tell = (text: Message) => string;

export function findingText(
  finding: Omit<Finding, 'evidence'>,
  evidence: readonly EvidenceText[],
  tell: Tell,
): FindingText {
  const { person, it, confidence, because, cured, steps, entra } = findingWords(finding);
  return {
    person: tell(person),
    it: tell(it),
    confidence: tell(confidence),
    because: tell(because),
    cured: cured && tell(cured),
    codes: finding.codes.map(codeText),
    steps: steps.map(({ by, text, cost }) => ({
      by,
      text: tell(text),
      cost: cost === null ? '' : tell(cost),
    })),
    entra: entra.map(({ label, value }: EntraRow) => ({ label: tell(label), value: tell(value) })),
    evidence,
  };
}

/** The lines that a terminal or a mail shows of it. */
export function findingLines(finding: FindingText, number: number, tell: Tell): readonly string[] {
  const { person, it, confidence, because, cured, codes, steps, entra, evidence } = finding;
  const labelled = (label: Message) => tell(message('details.labelled', { label }));
  return [
    `${number}. ${it} (${confidence})`,
    `   ${[because, cured ?? ''].join(' ').trimEnd()}`,
    `   ${labelled(message('diagnose.user'))} ${person}`,
    ...codes.map((code) => `   ${oneLine(code)}`),
    ...steps.map(({ by, text, cost }) => `   → ${labelled(actor(by))} ${text} ${cost}`.trimEnd()),
    ...(entra.length === 0 ? [] : [`   ${labelled(message('diagnose.entra'))}`]),
    ...entra.map(({ label, value }) => `     ${label}: ${oneLine(value)}`),
    ...evidence.flatMap(({ time, place, line }) => [
      `   ${time}  ${oneLine(place)}`,
      `     ${oneLine(line)}`,
    ]),
  ];
}

export function actor(by: 'person' | 'it'): Message {
  return message(by === 'it' ? 'diagnose.it' : 'diagnose.user');
}

/** Logs and file names can hold what a terminal would obey. One line each. */
export function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').replace(/\p{Cc}/gu, '\ufffd');
}

/** What `--json` prints of a finding, but for its evidence. Ids and names stay, sentences may be worded better. */
export function findingJson(speech: Speech, finding: Omit<Finding, 'evidence'>) {
  const { id, confidence, because, acts, count, curedAt, codes, entra } = finding;
  const words = findingWords(finding);
  return {
    id,
    confidence,
    because,
    acts,
    count,
    curedAt: iso(curedAt),
    person: say(speech, words.person, 0),
    it: say(speech, words.it, 0),
    steps: finding.steps.map((step, i) => {
      const { text = null, cost = null } = words.steps[i] ?? {};
      return {
        id: step.id,
        by: step.by,
        text: text && say(speech, text, 0),
        cost: cost && say(speech, cost, 0),
      };
    }),
    codes: codes.map(({ family, code, name, meaning }) => ({ family, code, name, meaning })),
    entra: entra && { ...entra, fromAt: iso(entra.fromAt), toAt: iso(entra.toAt) },
  };
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
