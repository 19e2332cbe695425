import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// A zone that has daylight saving time, east of Greenwich, so that a day or an hour too many or too few shows.
// Set here for this process and, inherited, for the test workers and what they start.
process.env.TZ = 'Europe/Berlin';
process.env.LC_ALL = 'C.UTF-8';

const slowMs = 90_000;
const onDesktop = {
  // As below.
  isolate: false,
  globalSetup: ['test/support/environment.ts', 'test/e2e/support/global-setup.ts'],
  setupFiles: ['test/e2e/support/own-session.ts', 'test/e2e/support/leaks.ts'],
  // Not more than there are cores: a window that cannot get the processor looks like one that hangs.
  maxWorkers: availableParallelism(),
  testTimeout: slowMs,
  hookTimeout: slowMs,
};

export default defineConfig({
  test: {
    allowOnly: false,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          globalSetup: ['test/support/environment.ts'],
          setupFiles: ['test/unit/support/same-input.ts'],
          // Nothing in the program keeps state in its modules, so test files may share them; saves a third of the time.
          isolate: false,
          // Most tests wait for a process or a clock.
          maxWorkers: availableParallelism() + 1,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/{e2e,screenshots}/**/*.test.ts'],
          ...onDesktop,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
