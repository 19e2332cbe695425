/**
 * How often a property with random input is tried: `usual` times in the tests, with the same input each time, so that a
 * change is judged by what it changes; with VIGIL_FUZZ=n (`npm run fuzz`) n times as often, with other input each time.
 */
export function fuzzRuns(usual: number): { readonly numRuns: number } {
  return { numRuns: usual * fuzzFactor };
}

const fuzzFactor = Math.max(1, Number(process.env.VIGIL_FUZZ) || 1);

/** For tests that call `fuzzRuns`: as long as so many runs may take on a busy machine. */
export const fuzzTimeoutMs = 120_000 * fuzzFactor;
