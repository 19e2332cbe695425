import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';

const REPOSITORY = join(import.meta.dirname, '..', '..', '..');

type Row = {
  readonly file: string;
  readonly allowed: readonly string[];
  readonly refused: readonly string[];
};

/** What the real lint configuration must say of planted imports, place by place. */
const rows: readonly Row[] = [
  {
    file: 'electron/assess/planted.ts',
    allowed: ["import { a } from './phase.ts';"],
    refused: [
      "import { a } from '../engine.ts';",
      "import type { Facts } from '../sense/aad-plist.ts';",
      "import { a } from 'node:fs';",
      "import { a } from 'zod';",
      "import { a } from 'electron';",
      "export const b = import('@formatjs/intl');",
    ],
  },
  {
    file: 'electron/assess/vocabulary/planted.ts',
    allowed: [
      "import { a } from './word.ts';",
      "import type { LogEvent } from '../log-event.ts';",
      "import { a } from '../codes/explain.ts';",
    ],
    refused: [
      "import { a } from '../../engine.ts';",
      "import type { Facts } from '../../sense/aad-plist.ts';",
      "import { a } from 'node:fs';",
      "import { a } from 'zod';",
    ],
  },
  ...(['sense', 'act'] as const).map((place) => ({
    file: `electron/${place}/planted.ts`,
    allowed: [
      "import type { Facts } from '../assess/facts.ts';",
      "import { a } from '../paths.ts';",
      "import { a } from 'node:child_process';",
      "import { a } from 'zod';",
    ],
    refused: [
      "import { a } from '../assess/assess.ts';",
      "import * as a from '../assess/assess.ts';",
      "import { A_LIMIT } from '../assess/rules.ts';",
      "import { a } from 'electron';",
      "import { a } from '../engine.ts';",
      "import { a } from '../ledger-lines.ts';",
      "import { a } from '../show/icon.ts';",
      "import { a } from '../words/catalog/phases.ts';",
      place === 'sense'
        ? "import { a } from '../act/reactivate.ts';"
        : "import { a } from '../sense/run.ts';",
    ],
  })),
  {
    file: 'electron/settings/planted.ts',
    allowed: [
      "import { a } from './table.ts';",
      "import type { Policy } from '../assess/policy.ts';",
      "import { a } from 'zod';",
    ],
    refused: [
      "import { A_LIMIT } from '../assess/rules.ts';",
      "import { a } from '../sense/settings.ts';",
      "import { a } from '../words/speech.ts';",
      "import { a } from 'node:path';",
      "import { a } from 'electron';",
    ],
  },
  {
    file: 'electron/show/planted.ts',
    allowed: [
      "import { a } from 'electron';",
      "import { a } from '../contract.ts';",
      "import { a } from '../words/describe.ts';",
      "import type { Facts } from '../assess/view.ts';",
    ],
    refused: [
      "import { a } from '../assess/assess.ts';",
      "import { a } from '../sense/run.ts';",
      "import { a } from '../act/reactivate.ts';",
      "import { a } from '../ledger.ts';",
      "import { a } from 'node:child_process';",
    ],
  },
  {
    file: 'electron/words/catalog/planted.ts',
    allowed: ["import { a } from '../entry.ts';", "import type { Facts } from '../../assess/view.ts';"],
    refused: [
      "import { a } from '../../assess/assess.ts';",
      "import { a } from '../../show/icon.ts';",
      "import { a } from 'electron';",
      "import { a } from 'node:path';",
    ],
  },
  {
    file: 'electron/report/planted.ts',
    allowed: [
      "import { a } from './redact.ts';",
      "import { a } from '../assess/codes/oauth.ts';",
      "import { a } from '../words/speech.ts';",
      "import { a } from '../settings/in-force.ts';",
      "import { isIPv6 } from 'node:net';",
    ],
    refused: [
      "import { a } from '../sense/run.ts';",
      "import { a } from '../act/trust.ts';",
      "import { a } from '../ledger.ts';",
      "import { a } from '../paths.ts';",
      "import { a } from 'node:fs';",
      "import { a } from 'electron';",
    ],
  },
  ...['engine.ts', 'ledger.ts'].map((name) => ({
    file: `electron/${name}`,
    allowed: ["import { a } from './assess/assess.ts';", "import { a } from 'zod';"],
    refused: [
      "import { a } from './sense/run.ts';",
      "import { a } from './show/icon.ts';",
      "import { a } from 'electron';",
    ],
  })),
  {
    file: 'electron/paths.ts',
    allowed: ["import { a } from 'node:path';", "import { a } from 'node:os';"],
    refused: ["import { a } from 'node:fs';", "import type { Facts } from './assess/facts.ts';"],
  },
  {
    file: 'electron/contract.ts',
    allowed: ["import type { Facts } from './assess/view.ts';", "import { a } from './words/describe.ts';"],
    refused: ["import { a } from './assess/assess.ts';", "import { a } from 'electron';"],
  },
  {
    file: 'electron/preload.ts',
    allowed: ["import { a } from 'electron';", "import { a } from './contract.ts';"],
    refused: ["import { a } from 'node:fs';", "import { a } from './engine.ts';", "import { a } from 'zod';"],
  },
  {
    file: 'renderer/parts/planted.tsx',
    allowed: [
      "import { a } from 'react';",
      "import { a } from '../other.tsx';",
      "import { a } from '../../electron/contract.ts';",
      "import { a } from '../../electron/words/describe.ts';",
      "import type { Facts } from '../../electron/assess/view.ts';",
    ],
    refused: [
      "import { assess } from '../../electron/assess/assess.ts';",
      "import { a } from '../../electron/engine.ts';",
      "import { a } from 'electron';",
      "import { a } from 'node:fs';",
    ],
  },
];

let directory: string;
let report: readonly string[];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'vigil-import-table-'));
  await writeFile(join(directory, 'biome.json'), await configuration());
  for (const row of rows) {
    const file = join(directory, row.file);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, [...row.allowed, ...row.refused, ''].join('\n'));
  }
  const biome = join(REPOSITORY, 'node_modules', '.bin', 'biome');
  const rule = ['--only=lint/style/noRestrictedImports', '--reporter=github', '--max-diagnostics=none'];
  const { stdout } = await execa(biome, ['lint', ...rule, '.'], { cwd: directory, reject: false });
  report = stdout.split('\n').filter((line) => line.startsWith('::error'));
});

afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
});

/** Ours, but for the temporary folder's not being a clone. */
async function configuration(): Promise<string> {
  const ours: object = JSON.parse(await readFile(join(REPOSITORY, 'biome.json'), 'utf8'));
  return JSON.stringify({ ...ours, vcs: { enabled: false } });
}

test.each(rows)(
  '$file may import what its row of the table says, and nothing else',
  ({ file, allowed, refused }) => {
    const lines = [...allowed, ...refused];
    const refusedLines = report
      .filter((line) => line.includes(`/${file},`))
      .map((line) => lines[Number(/,line=(\d+),/.exec(line)?.[1]) - 1]);
    expect(new Set(refusedLines)).toEqual(new Set(refused));
  },
);
