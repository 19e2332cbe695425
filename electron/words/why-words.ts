import type { Finding, FindingId } from '../assess/findings/finding.ts';
import type { View } from '../assess/view.ts';
import { type Message, message } from './catalog.ts';
import { codeText, type FindingWords, findingWords, type StepWords } from './finding-words.ts';

/** What the person reads of the cause that matters most. */
export type WhyWords = {
  readonly cause: Message;
  readonly steps: readonly StepWords[];
};

/** A cause in the words of IT, with everything that speaks for it. */
export type CauseForIt = Pick<FindingWords, 'it' | 'cured' | 'steps' | 'entra'> & {
  readonly id: FindingId;
  /** How sure it is, and why. */
  readonly belief: Message;
  readonly codes: readonly string[];
  /** Newest first. */
  readonly evidence: readonly EvidenceWords[];
  /** How many more lines there were; null where these are all. */
  readonly earlier: Message | null;
};

export type EvidenceWords = {
  readonly key: string;
  readonly at: Message;
  /** The line as it was in the log; null where it was not kept. */
  readonly line: string | null;
  /** What it means. */
  readonly meaning: Message;
};

/** Null where there is none, or where the phase, the window that waits or a result says it already. */
export function whyOf(view: View): WhyWords | null {
  const { attempt, phase, windowWaiting } = view;
  const isSaid = windowWaiting || phase === 'overdue' || attempt?.outcome;
  const finding = isSaid ? undefined : causesOf(view)[0];
  if (finding === undefined) return null;
  const { person, steps } = findingWords(finding);
  return { cause: person, steps: steps.filter(({ by }) => by === 'person') };
}

/** All that IT may want to know, the cause that matters most first; empty where nobody has a reason to ask. */
export function causesForIt(view: View): readonly CauseForIt[] {
  const causes = causesOf(view);
  if (causes.length === 0) return [];
  const others = view.findings.filter((finding) => !causes.includes(finding));
  return [...causes, ...others].filter(({ steps }) => steps.length > 0).map(causeForIt);
}

/** Limits of what Vigil can know, and explanations; they stand in Details. */
const noCauses: ReadonlySet<FindingId> = new Set([
  'recurring-removed',
  'log-access-denied',
  'setting-invalid',
]);

/** What is to be told now: a Mac on which all is well is not to be worried by what is weak, cured or passes by itself. */
function causesOf({ attention, findings, phase }: View): readonly Finding[] {
  if (phase === 'unknown' || phase === 'unregistered' || phase === 'reactivating') return [];
  return findings.filter(({ id, acts, because, confidence, curedAt }) => {
    // "This Mac is offline" stands beside the button, and is no news to anybody.
    const isSaid = noCauses.has(id) || (id === 'offline' && because === 'seen-now');
    const matters = attention || (confidence !== 'possible' && acts !== 'nobody');
    return !isSaid && matters && curedAt === null;
  });
}

function causeForIt(finding: Finding): CauseForIt {
  const { id, codes, count, evidence } = finding;
  const { it, cured, steps, entra, confidence, because } = findingWords(finding);
  const earlier = count - evidence.length;
  return {
    id,
    it,
    cured,
    steps,
    entra,
    belief: message('for-it.belief', { confidence, because }),
    codes: codes.map(codeText),
    evidence: evidence.map(({ key, at, name, line }) => ({
      key,
      at: message('details.at', { at }),
      line,
      meaning: message(`event.${name}`),
    })),
    earlier: earlier > 0 ? message('for-it.earlier', { count: earlier }) : null,
  };
}
