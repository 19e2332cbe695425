import { join } from 'node:path';

/**
 * Every path and executable on the Mac that Vigil touches, in one table, under one root.
 * Nothing else in the program builds a Mac path or names an executable (a test enforces it).
 *
 * Paths of Jamf's and Apple's files are as the published guide and public scripts spell them;
 * `JAMF` in upper case is how Jamf installs the folder (the default volume ignores case).
 */
export type MacPaths = ReturnType<typeof macPaths>;

export type MacLocation =
  | { readonly kind: 'mac'; readonly paths: MacPaths }
  | { readonly kind: 'refused'; readonly why: string };

type LocateOptions = {
  /** Value of the environment variable VIGIL_ROOT, if set: the folder of a simulated Mac. */
  readonly root: string | undefined;
  readonly packaged: boolean;
  readonly userName: string;
  readonly home: string;
};

/** Where the Mac lies: at `/`, or in the folder that VIGIL_ROOT names while Vigil is developed. */
export function locateMac({ root, packaged, userName, home }: LocateOptions): MacLocation {
  if (root === undefined || root === '') {
    return { kind: 'mac', paths: macPaths('/', home, userName) };
  }
  // A packaged app that obeyed this variable would let any process of the user choose what Vigil runs.
  if (packaged)
    return {
      kind: 'refused',
      why: 'VIGIL_ROOT is for development; the installed app refuses it.',
    };
  return {
    kind: 'mac',
    paths: macPaths(root, join(root, 'Users', userName), userName),
  };
}

function macPaths(root: string, home: string, userName: string) {
  const at = (...parts: string[]) => join(root, ...parts);
  const inHome = (...parts: string[]) => join(home, ...parts);
  const jamfApp = at('Library/Application Support/JAMF/Jamf.app');
  const agents = [
    agentBundle(join(jamfApp, 'Contents/MacOS/Jamf Conditional Access.app'), 'Jamf Conditional Access'),
    agentBundle(join(jamfApp, 'Contents/MacOS/JamfAAD.app'), 'JamfAAD'),
  ] as const;
  const vigil = inHome('Library/Application Support/Vigil');
  return {
    root,
    home,
    simulated: root !== '/',
    run: {
      codesign: at('usr/bin/codesign'),
      defaults: at('usr/bin/defaults'),
      id: at('usr/bin/id'),
      ioreg: at('usr/sbin/ioreg'),
      log: at('usr/bin/log'),
      ps: at('bin/ps'),
      scutil: at('usr/sbin/scutil'),
      sysctl: at('usr/sbin/sysctl'),
    },
    /** Tells the version of macOS. */
    systemVersion: at('System/Library/CoreServices/SystemVersion.plist'),
    jamf: {
      app: jamfApp,
      infoPlist: join(jamfApp, 'Contents/Info.plist'),
      /** The agent's bundles, newest name first: it was called JamfAAD once. */
      agents,
      /** Every path by which the agent is run; the last is a link to it, which Microsoft's guide still names. */
      agentCommands: [...agents.map(({ executable }) => executable), at('usr/local/jamf/bin/jamfAAD')],
      /** What Jamf Pro has told this Mac; of it only the id of the Entra app is read. */
      computerPlist: at('Library/Preferences/com.jamfsoftware.jamf.plist'),
      launchAgentPlist: at('Library/LaunchAgents/com.jamf.management.jamfAAD.agent.plist'),
      aadPlist: inHome('Library/Preferences/com.jamf.management.jamfAAD.plist'),
    },
    settings: {
      forcedForUser: at('Library/Managed Preferences', userName, 'io.github.vigil-mac.plist'),
      forced: at('Library/Managed Preferences/io.github.vigil-mac.plist'),
      own: inHome('Library/Preferences/io.github.vigil-mac.plist'),
    },
    vigil: {
      /** Where IT's package has Vigil start at login. */
      launchAgentPlist: at('Library/LaunchAgents/io.github.vigil-mac.agent.plist'),
      folder: vigil,
      ledger: join(vigil, 'ledger.jsonl'),
      statusPlist: join(vigil, 'status.plist'),
      attempt: join(vigil, 'attempt.json'),
      attemptLock: join(vigil, 'attempt.lock'),
      attemptOutput: join(vigil, 'attempt-output.txt'),
      log: inHome('Library/Logs/Vigil/vigil.log'),
    },
    /** A file that a setting names. `..` does not lead out of a simulated Mac. */
    namedBySetting: (path: string) => at(join('/', path)),
    /** Only in a simulated Mac: a file that holds the URL that stands in for Microsoft's sign-in host. */
    simulatedLoginHost: at('private/var/mac/login-host'),
  } as const;
}

function agentBundle(bundle: string, name: string) {
  return {
    bundle,
    executable: join(bundle, 'Contents/MacOS', name),
    name,
  } as const;
}
