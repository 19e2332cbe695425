import { diagnose } from '../../../electron/assess/diagnosis.ts';
import { readClues } from '../../../electron/assess/findings/clues.ts';
import type { Finding, FindingId } from '../../../electron/assess/findings/finding.ts';
import type { MacState } from '../../../electron/assess/findings/states.ts';
import type { StepId } from '../../../electron/assess/findings/steps.ts';
import { at, facts, reading } from './given.ts';
import type { Told } from './log-scenarios.ts';
import { type StoryLine, story } from './log-story.ts';

/** What is found, and because of what. */
export const told = (findings: readonly Finding[]): Told => findings.map(({ id, because }) => [id, because]);

/** The finding `id` of this log. */
export function finding(id: FindingId, lines: readonly StoryLine[], mac: MacState | null = null): Finding {
  const found = diagnose(readClues(story(...lines)), mac, { passed: () => false }).find((f) => f.id === id);
  if (found === undefined) throw new Error(`no finding ${id}`);
  return found;
}

export const deactivated: MacState = {
  facts: facts({ plist: reading({ registered: false, lastSignInAt: at.hours(-3) }) }),
  phase: 'deactivated',
  since: at.minutes(5),
  recurring: true,
};
export const onJamf = (version: string): MacState => ({
  ...deactivated,
  facts: { ...deactivated.facts, jamf: { kind: 'present', version } },
  recurring: version.startsWith('11.4'),
});
export const stepsOf = (found: Finding): readonly StepId[] => found.steps.map(({ id }) => id);
