import { homedir, userInfo } from 'node:os';
import { dirname } from 'node:path';
import { app, net } from 'electron';
import { commandNames } from './cli/command-names.ts';
import { createProfile } from './cli/profile.ts';
import { softwareError, unexpected } from './cli/unexpected.ts';
import { runMenuBar, startedByLaunchd } from './menu-bar.ts';
import { locateMac, type MacPaths } from './paths.ts';

// Either a command of the command line, or the app in the menu bar.

const userName = userInfo().username;
const { VIGIL_ROOT: root } = process.env;
const mac = locateMac({ root, packaged: app.isPackaged, userName, home: homedir() });
const args = process.argv.slice(app.isPackaged ? 1 : 2);

if (mac.kind === 'refused') {
  refuse(mac.why);
} else if (app.isPackaged && isDebuggerAsked()) {
  refuse('The installed app can be debugged by nobody: its popover can start a sign-in.');
} else if (commandNames.some((name) => name === args[0])) {
  runCommand(mac.paths).catch((error: unknown) => {
    process.stderr.write(`${unexpected(error)}\n`);
    app.exit(softwareError);
  });
} else if (isOfNobody()) {
  app.exit(0);
} else {
  startMenuBar(mac.paths);
}

/** macOS counts people from 501. Setup Assistant has a session at the screen, too, and launchd may start Vigil in it. */
function isOfNobody(): boolean {
  return process.platform === 'darwin' && userInfo().uid < 501;
}

/** What launchd has started, and what ends with anything but 0, it starts again and again. */
function refuse(why: string): void {
  process.stderr.write(`${why}\n`);
  app.exit(args.includes(startedByLaunchd) ? 0 : 64);
}

/** Chromium's own way in, which no fuse closes. It opens later than this. */
function isDebuggerAsked(): boolean {
  return ['remote-debugging-port', 'remote-debugging-pipe'].some((name) => app.commandLine.hasSwitch(name));
}

function startMenuBar(paths: MacPaths): void {
  if (!app.requestSingleInstanceLock()) {
    // The one that runs already shows itself.
    app.quit();
    return;
  }
  runMenuBar({ paths, userName, vigilVersion: app.getVersion(), bundles: dirname(import.meta.dirname) });
}

async function runCommand(paths: MacPaths): Promise<void> {
  const profile = createProfile();
  app.setPath('userData', profile.path);
  const { endWithReader } = await import('./cli/broken-pipe.ts');
  const { runCli } = await import('./cli/program.ts');
  const { openSpeech } = await import('./cli/speech.ts');
  endWithReader(process, end);
  await app.whenReady();
  const exitCode = await runCli(args, {
    paths,
    userName,
    vigilVersion: app.getVersion(),
    speech: await openSpeech(paths, app.getPreferredSystemLanguages()),
    stdin: () => process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    confirm: null,
    fetch: (url, request) => net.fetch(url, request),
    networkProbe: async () => (await import('./net-probe.ts')).netProbe(),
    onInterrupt: (listener) => {
      process.on('SIGINT', listener);
      return () => process.off('SIGINT', listener);
    },
  });
  // `app.exit` does not wait for what is still on its way to a pipe.
  process.stdout.write('', () => end(exitCode));

  function end(code: number): void {
    profile.remove();
    app.exit(code);
  }
}
