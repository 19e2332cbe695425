import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { until } from '../../mac/until.ts';
import { tempFolder } from '../support/temp-folder.ts';

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

it('the log does not outlive a Vigil that ends without stopping it', async () => {
  const executable = join(tempFolder(), 'log');
  writeFileSync(executable, '#!/bin/sh\necho $$; exec sleep 60\n', { mode: 0o755 });
  const module = import.meta.resolve('../../../electron/sense/log-process.ts');
  const program = `import { startLog } from ${JSON.stringify(module)};
startLog(${JSON.stringify(executable)}, [], { onLine: (pid) => { console.log(pid); process.exit(); }, onTooLong() {} });`;
  const stdout = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
  const pid = Number(stdout);
  expect(pid).toBeGreaterThan(1);
  await until('it is gone', () => !isAlive(pid));
});
