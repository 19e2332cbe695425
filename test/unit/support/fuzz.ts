/**
 * How often a property with random input is tried: `usual` times in the tests, and with VIGIL_FUZZ=n (`npm run fuzz`) n times
 * as often, each time with other input.
 */
export function fuzzRuns(usual: number): { readonly numRuns: number } {
  return { numRuns: usual * fuzzFactor };
}

const fuzzFactor = Math.max(1, Number(process.env.VIGIL_FUZZ) || 1);

/** For tests that call `fuzzRuns`: as long as so many runs may take on a busy machine. */
export const fuzzTimeoutMs = 120_000 * fuzzFactor;
