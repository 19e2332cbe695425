import { describe, expect, it } from 'vitest';
import type { Mac } from '../../mac/mac.ts';
import { play } from '../../mac/play.ts';
import type { Scenario } from '../../mac/scenarios.ts';
import { findScenario, macFor, scenarios } from '../../mac/scenarios.ts';
import { temporaryMac } from '../../mac/temporary-mac.ts';

const registeredInTheEnd: Readonly<Record<string, boolean>> = {
  'reactivation-fails': false,
  'reactivation-cancelled': false,
  'reactivation-hangs': false,
};

async function playFast(
  scenario: Scenario,
): Promise<{ readonly mac: Mac; readonly said: readonly string[] }> {
  const mac = await temporaryMac(macFor(scenario));
  const said: string[] = [];
  const person = {
    clickReactivate: async (expected: 'sign-in' | 'refusal') => {
      if (expected === 'sign-in') await mac.runByHand();
    },
    clickStop: () => mac.killAgents(),
  };
  await play(mac, scenario, { speed: 40, say: (sentence) => void said.push(sentence), person });
  return { mac, said };
}

describe('the scenarios', { timeout: 60_000 }, () => {
  it.each(scenarios)('$name plays to its end', async (scenario) => {
    const { mac, said } = await playFast(scenario);
    expect(said).toEqual(scenario.steps.map(({ says }) => says));
    expect((await mac.readPlist()).have_an_Azure_id).toBe(registeredInTheEnd[scenario.name] ?? true);
    expect(await mac.agentProcesses()).toEqual([]);
  });

  it('pause for less than a minute each, so that a newcomer sees the whole of them', () => {
    const pauses = scenarios.map(({ steps }) => steps.reduce((sum, { afterMs }) => sum + afterMs, 0));
    expect(Math.max(...pauses)).toBeLessThan(55_000);
  });

  it('have each their own name', () => {
    expect(new Set(scenarios.map(({ name }) => name)).size).toBe(scenarios.length);
    expect(findScenario('missed-window')).toBe(scenarios[0]);
    expect(findScenario('no such thing')).toBeUndefined();
  });

  it('stop at once when they are told to', async () => {
    const mac = await temporaryMac();
    const stop = new AbortController();
    const person = { clickReactivate: async () => {}, clickStop: async () => {} };
    const playing = play(mac, scenarios[0], { signal: stop.signal, person, say: () => stop.abort() });
    await expect(playing).rejects.toMatchObject({ name: 'AbortError' });
  });
});
