import { expect, test } from 'vitest';
import { agentEnvironment } from '../../../electron/act/agent-spawn.ts';

test('the agent is told who the person is, not who or what Vigil is', () => {
  const own = {
    HOME: '/elsewhere',
    LANG: 'de_DE.UTF-8',
    PATH: '/opt/evil/bin:/usr/bin',
    TMPDIR: '/var/folders/x/T/',
    NODE_OPTIONS: '--require ./evil.js',
    DYLD_INSERT_LIBRARIES: '/evil.dylib',
    ELECTRON_RUN_AS_NODE: '1',
    VIGIL_ROOT: '/tmp/mac',
    __CFBundleIdentifier: 'io.github.vigil-mac',
    __CF_USER_TEXT_ENCODING: '0x1F5:0x0:0x3',
  };
  expect(agentEnvironment('/Users/ada', 'ada', own)).toEqual({
    HOME: '/Users/ada',
    LANG: 'de_DE.UTF-8',
    LOGNAME: 'ada',
    PATH: '/usr/bin:/bin:/usr/sbin:/sbin',
    TMPDIR: '/var/folders/x/T/',
    USER: 'ada',
    __CF_USER_TEXT_ENCODING: '0x1F5:0x0:0x3',
  });
});
