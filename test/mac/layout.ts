import { userInfo } from 'node:os';
import { join } from 'node:path';

/**
 * Where things lie in a simulated Mac. Spelled out here on purpose instead of taken from `electron/paths.ts`:
 * a path that the program spells wrongly must not be found.
 */
export type MacLayout = ReturnType<typeof macLayout>;

export function macLayout(dir: string, userName = userInfo().username) {
  const home = join(dir, 'Users', userName);
  const jamfApp = join(dir, 'Library/Application Support/JAMF/Jamf.app');
  const agentApp = join(jamfApp, 'Contents/MacOS/Jamf Conditional Access.app');
  const diagnostics = join(dir, 'private/var/db/diagnostics');
  return {
    dir,
    userName,
    home,
    preferences: join(home, 'Library/Preferences'),
    aadPlist: join(home, 'Library/Preferences/com.jamf.management.jamfAAD.plist'),
    launchAgent: join(dir, 'Library/LaunchAgents/com.jamf.management.jamfAAD.agent.plist'),
    jamfPlist: join(dir, 'Library/Preferences/com.jamfsoftware.jamf.plist'),
    /** What a configuration profile of the organisation sets for Vigil. */
    managedSettings: join(dir, 'Library/Managed Preferences/io.github.vigil-mac.plist'),
    /** What the person has set. */
    ownSettings: join(home, 'Library/Preferences/io.github.vigil-mac.plist'),
    systemVersion: join(dir, 'System/Library/CoreServices/SystemVersion.plist'),
    jamfApp,
    jamfInfo: join(jamfApp, 'Contents/Info.plist'),
    agentApp,
    agentInfo: join(agentApp, 'Contents/Info.plist'),
    agent: join(agentApp, 'Contents/MacOS/Jamf Conditional Access'),
    defaults: join(dir, 'usr/bin/defaults'),
    log: join(dir, 'usr/bin/log'),
    ps: join(dir, 'bin/ps'),
    logFolder: join(diagnostics, 'Persist'),
    logStore: join(diagnostics, 'Persist/records.ndjson'),
    state: stateLayout(join(dir, 'private/var/mac')),
  } as const;
}

/** What steers the simulation, in a folder that no real Mac has. Most are one line of text, for the shell to read. */
function stateLayout(folder: string) {
  const at = (name: string) => join(folder, name);
  return {
    folder,
    /** Its presence says that the folder is a simulated Mac. */
    marker: at('simulated'),
    /** `501`, or `0` where everything runs as root. */
    uid: at('uid'),
    user: at('user'),
    fullName: at('full-name'),
    computerName: at('computer-name'),
    localHostName: at('local-host-name'),
    hostName: at('host-name'),
    serial: at('serial'),
    /** `unlocked`, or `locked` and since when in epoch seconds. */
    screen: at('screen'),
    /** Seconds and microseconds of the epoch, then the boot session's UUID. */
    boot: at('boot'),
    /** Seconds and microseconds of the epoch; `0 0` where the Mac has not slept since it was started. */
    wake: at('wake'),
    /** `online`, `offline` or `captive`. */
    network: at('network'),
    /** The URL of the local server that stands in for Microsoft's sign-in host, while there is one. */
    loginHost: at('login-host'),
    /** `admin` or `standard`. */
    logAccess: at('log-access'),
    logFaults: at('log-faults.json'),
    /** Team ids of the code signatures; `unsigned` where there is none. */
    jamfTeam: at('team-of-jamf-app'),
    agentTeam: at('team-of-agent'),
    behaviour: at('behaviour.json'),
    /** The processes of this Mac, a file each, named by its process id. */
    processes: at('processes'),
    /** The sign-in windows that are open: `PID.open`, and `PID.answer` once somebody answers. */
    windows: at('windows'),
  } as const;
}
