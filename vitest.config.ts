import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

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

/** They take long for their size, by which vitest sorts what it has not run before. */
const slow =
  /\/(mac\/scenarios|build\/start|act\/reactivate|deploy\/extension-attributes|scenarios\/reactivation|sense\/unified-log)\.test\.ts$/;

/** What takes long is not left to the end, when the other workers have nothing more to do. */
class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isSlow = ({ moduleId }: TestSpecification) => slow.test(moduleId);
    return [...sorted.filter(isSlow), ...sorted.filter((file) => !isSlow(file))];
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: SlowFirst },
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
