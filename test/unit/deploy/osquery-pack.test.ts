import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { osqueryPack } from '../../../build/generate/osquery-pack.ts';
import { repository } from '../../support/deploy/deploy-mac.ts';

const path = 'build/deploy/osquery/vigil.json';
const database = () => {
  const db = new DatabaseSync(':memory:');
  db.exec('CREATE TABLE users (uid INTEGER, username TEXT, directory TEXT)');
  db.exec('CREATE TABLE plist (path TEXT, key TEXT, subkey TEXT, value TEXT)');
  db.exec('CREATE TABLE processes (pid INTEGER, path TEXT)');
  return db;
};
const iso = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;
const vigil = '/Applications/Vigil.app/Contents/MacOS/Vigil';

type Values = Readonly<Record<string, string | readonly string[]>>;

/** A Mac as osquery sees it: lists are several rows of one key. */
function put(db: DatabaseSync, uid: number, user: string, values: Values | null): void {
  const home = `/Users/${user}`;
  db.prepare('INSERT INTO users VALUES (?, ?, ?)').run(uid, user, home);
  const file = `${home}/Library/Application Support/Vigil/status.plist`;
  const insert = db.prepare('INSERT INTO plist VALUES (?, ?, ?, ?)');
  for (const [key, value] of Object.entries(values ?? {})) {
    for (const item of typeof value === 'string' ? [value] : value) insert.run(file, key, '', item);
  }
}

async function rowsOf(db: DatabaseSync): Promise<readonly Record<string, unknown>[]> {
  const pack = JSON.parse(await readFile(join(repository, path), 'utf8'));
  return db
    .prepare(pack.queries.vigil_status.query)
    .all()
    .map((row) => ({ ...row }));
}

const status = (changes: Values = {}): Values => ({
  schema: '1',
  phase: 'deactivated',
  attention: '1',
  since: '2026-11-25T12:00:00Z',
  lastSignInAt: '2026-11-25T09:00:00Z',
  findings: ['window-missed', 'multiple-accounts'],
  assessedAt: '2026-11-25T12:00:00Z',
  nextAt: iso(Date.now() + 600_000),
  vigilVersion: '1.2.3',
  pid: '4242',
  ...changes,
});

it('the pack on disk is what `npm run generate` makes', async () => {
  for (const [file, text] of Object.entries(osqueryPack())) {
    expect(await readFile(join(repository, file), 'utf8')).toBe(text);
  }
});

it('the query tells of each person for whom Vigil has run', async () => {
  const db = database();
  db.prepare('INSERT INTO processes VALUES (?, ?)').run(4242, vigil);
  put(db, 501, 'alex', status());
  put(db, 502, 'robin', null);
  put(db, 248, '_mbsetupuser', status());
  put(db, 503, 'kim', status({ phase: 'protected', attention: 'false', findings: [] }));
  const rows = await rowsOf(db);
  expect(rows).toEqual([
    {
      user: 'alex',
      phase: 'deactivated',
      stale: 0,
      attention: 1,
      since: '2026-11-25T12:00:00Z',
      last_sign_in: '2026-11-25T09:00:00Z',
      causes: expect.stringMatching(/^(window-missed multiple-accounts|multiple-accounts window-missed)$/),
      assessed_at: '2026-11-25T12:00:00Z',
      version: '1.2.3',
    },
    expect.objectContaining({ user: 'kim', phase: 'protected', stale: 0, attention: 0, causes: null }),
  ]);
});

it.each([
  ['16 minutes overdue', { nextAt: iso(Date.now() - 16 * 60_000) }, 1],
  ['14 minutes overdue', { nextAt: iso(Date.now() - 14 * 60_000) }, 0],
  ['no process', { pid: '4243' }, 1],
  ['the process of another program', { pid: '1' }, 1],
  ['no process id', { pid: 'x' }, 1],
  ['no time', { nextAt: 'soon' }, 1],
])('the query says that a status is stale: %s', async (_, changes, stale) => {
  const db = database();
  db.prepare('INSERT INTO processes VALUES (?, ?)').run(4242, vigil);
  db.prepare('INSERT INTO processes VALUES (?, ?)').run(1, '/sbin/launchd');
  put(db, 501, 'alex', status(changes));
  expect(await rowsOf(db)).toMatchObject([{ stale }]);
});
