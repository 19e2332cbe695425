import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { agentLabel, type DeployMac, type Run, relayLabel, repository } from './deploy-mac.ts';

const receipt = (id: string) => `private/var/db/receipts/${id}.plist`;

/** What Installer does with the package of the app, which carries that of the LaunchAgent. */
export async function installVigil(mac: DeployMac, version = '1.0.0'): Promise<readonly Run[]> {
  const scripts = 'build/deploy/pkg/scripts';
  const runs: Run[] = [];
  // Each of the two has both scripts; electron-builder gives them to the bundle, too.
  for (const _ of ['app', 'bundle', 'agent']) runs.push(await script(mac, `${scripts}/preinstall`));
  await mac.installApp(version);
  await mac.put(receipt('io.github.vigil-mac'), version);
  runs.push(await script(mac, `${scripts}/postinstall`));
  await putLaunchd(mac, 'agent', `Library/LaunchAgents/${agentLabel}.plist`);
  await mac.put(receipt(agentLabel), version);
  for (const _ of ['app', 'agent']) runs.push(await script(mac, `${scripts}/postinstall`));
  return runs;
}

export async function installRelay(mac: DeployMac): Promise<readonly Run[]> {
  const runs = [await script(mac, 'build/deploy/relay/scripts/preinstall')];
  await putLaunchd(mac, 'relay', `Library/LaunchDaemons/${relayLabel}.plist`);
  const relay = await readFile(join(repository, 'build/deploy/relay/log-relay.sh'), 'utf8');
  await mac.put('Library/Application Support/Vigil/log-relay.sh', relay);
  await mac.put(receipt(relayLabel), '1.0.0');
  return [...runs, await script(mac, 'build/deploy/relay/scripts/postinstall')];
}

/** Installer calls it with the package, the target folder, the target volume and the root of the system. */
export async function script(mac: DeployMac, path: string, volume = '/'): Promise<Run> {
  return mac.run(path, ['/private/tmp/Vigil.pkg', '/Applications', volume, '/']);
}

async function putLaunchd(mac: DeployMac, part: 'agent' | 'relay', path: string): Promise<void> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  await mac.put(path, await readFile(join(repository, 'build/deploy', part, name), 'utf8'));
}
