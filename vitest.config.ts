import { defineConfig } from 'vitest/config';

// A zone that has daylight saving time, east of Greenwich, so that a day or an hour too many or too few shows.
// Set here for this process and, inherited, for the test workers and what they start.
process.env.TZ = 'Europe/Berlin';
process.env.LC_ALL = 'C.UTF-8';

const slowMs = 90_000;

export default defineConfig({
  test: {
    allowOnly: false,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          globalSetup: ['test/support/environment.ts'],
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/support/environment.ts', 'test/e2e/support/global-setup.ts'],
          setupFiles: ['test/e2e/support/leaks.ts'],
          // One screen, one tray, one notification daemon.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: slowMs,
          hookTimeout: slowMs,
        },
      },
      {
        test: {
          name: 'screenshots',
          include: ['test/screenshots/**/*.test.ts'],
          globalSetup: ['test/support/environment.ts', 'test/e2e/support/global-setup.ts'],
          setupFiles: ['test/e2e/support/leaks.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          testTimeout: slowMs,
          hookTimeout: slowMs,
        },
      },
    ],
  },
});
