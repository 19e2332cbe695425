import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { repository, shells } from '../../support/deploy/deploy-mac.ts';
import { deployMac } from './given.ts';

const deploy = join(repository, 'build/deploy');
const isScript = (name: string) => /\.sh$|scripts\/(pre|post)install$/.test(name);
const scripts = (await readdir(deploy, { recursive: true })).filter(isScript).sort();
const read = (name: string) => readFile(join(deploy, name), 'utf8');

/** What only some shells know, of which /bin/sh of a Mac need not be one. */
const bashisms = [
  /\[\[|\]\](?!\))/,
  /\bfunction \w/,
  /<\(|>\(|<<<|&>|\|&/,
  /\$'|\$"/,
  /\b(local|declare|typeset|source|pushd|popd|shopt|mapfile)\b/,
  /\becho -[en]/,
  /\$\{\w+(\^|,|\/|:\d|@)/,
  /[^=!<>]==[^=]/,
  /\bset -o pipefail\b/,
];

function code(text: string): string {
  return text.replace(/^\s*#.*$/gm, '').replace(/^ {2}cat <<'END'$[\s\S]*?^END$/gm, '');
}

describe.each(scripts)('%s', (name) => {
  it('is plain sh, which every shell that can be /bin/sh takes', async () => {
    const text = await read(name);
    expect(text.startsWith('#!/bin/sh\n# ')).toBe(true);
    expect(text.endsWith('\n')).toBe(true);
    expect(bashisms.filter((pattern) => pattern.test(code(text)))).toEqual([]);
    expect(((await stat(join(deploy, name))).mode & 0o111) !== 0).toBe(true);
    for (const { command, options } of shells) {
      const { stderr } = await execa(command, [...options, '-n', join(deploy, name)]);
      expect(stderr).toBe('');
    }
  });
});

it('what runs on Macs lets nobody but itself say where its tools are', async () => {
  const onMacs = scripts.filter((name) => name !== 'pkg/build-packages.sh');
  for (const name of onMacs) {
    const lines = code(await read(name))
      .split('\n')
      .filter((line) => line !== '' && line !== '#!/bin/sh');
    expect(lines.slice(0, 2)).toEqual(['root=', 'PATH=$root/usr/bin:$root/bin:$root/usr/sbin:$root/sbin']);
  }
});

it('what several scripts have in common is the same in each', async () => {
  const blocks = new Map<string, Set<string>>();
  for (const name of scripts) {
    for (const [block = '', title = ''] of (await read(name)).matchAll(/^# ── (.+) ──$[\s\S]*?^# ──$/gm)) {
      blocks.set(title, (blocks.get(title) ?? new Set()).add(block));
    }
  }
  expect([...blocks].map(([title, texts]) => [title, texts.size])).toEqual([
    ['who runs Vigil (the same in each script that needs it)', 1],
    ['ending Vigil (the same in each script that needs it)', 1],
  ]);
});

it('the packages have the LaunchAgent and the relay where they belong, and only the second is signed', async () => {
  const mac = await deployMac();
  for (const tool of ['pkgbuild', 'productbuild']) {
    const stub = join(repository, 'test/support/deploy/stubs/pkgbuild.sh');
    await mac.put(`usr/local/bin/${tool}`, await readFile(stub));
    await execa('chmod', ['755', mac.at(`usr/local/bin/${tool}`)]);
  }
  const out = mac.at('out');
  const env = {
    PATH: `${mac.at('usr/local/bin')}:${process.env.PATH}`,
    VIGIL_INSTALLER_IDENTITY: 'Developer ID Installer: X',
  };
  await execa('sh', [join(deploy, 'pkg/build-packages.sh'), '1.2.3', out], { env });
  const agent = join(out, 'with-app/io.github.vigil-mac.agent.pkg');
  const relay = join(out, 'Vigil-log-relay-1.2.3.pkg');
  const argumentsOf = async (folder: string) =>
    (await readFile(join(folder, 'arguments'), 'utf8')).split('\n');
  for (const [folder, id] of [
    [agent, 'agent'],
    [join(relay, 'component'), 'log-relay'],
  ] as const) {
    const args = await argumentsOf(folder);
    for (const pair of [
      ['--identifier', `io.github.vigil-mac.${id}`],
      ['--version', '1.2.3'],
      ['--install-location', '/'],
      ['--ownership', 'recommended'],
    ]) {
      expect(args.join('\n')).toContain(pair.join('\n'));
    }
    expect(await readdir(join(folder, 'scripts'))).toEqual(['postinstall', 'preinstall']);
  }
  expect(await argumentsOf(agent)).not.toContain('--sign');
  expect((await argumentsOf(relay)).slice(0, 2)).toEqual(['--sign', 'Developer ID Installer: X']);
  const payload = [join(agent, 'payload'), join(relay, 'component/payload')];
  const modes = await Promise.all(payload.map(filesWithModes));
  expect(modes.flat()).toEqual([
    'Library/LaunchAgents/io.github.vigil-mac.agent.plist 644',
    'Library/Application Support/Vigil/log-relay.sh 755',
    'Library/LaunchDaemons/io.github.vigil-mac.log-relay.plist 644',
  ]);
});

async function filesWithModes(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    files
      .sort()
      .map(
        async (file) => `${file.slice(folder.length + 1)} ${((await stat(file)).mode & 0o777).toString(8)}`,
      ),
  );
}
