import fc from 'fast-check';

// Without `npm run fuzz`, random input is the same in each run: see `fuzzRuns`.
if (process.env.VIGIL_FUZZ === undefined)
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_261_125 });
