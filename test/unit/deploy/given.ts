import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { DeployMac, shells } from '../../support/deploy/deploy-mac.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** A Mac without Vigil that is gone when the test has ended. */
export async function deployMac(shell = shells[0]): Promise<DeployMac> {
  return DeployMac.create(tempFolder(), shell);
}

export type Registered = { readonly pid: number; readonly isAlive: () => boolean };

/** A process that really runs, under this name. One that is stubborn does not end when it is asked to. */
export async function runs(
  mac: DeployMac,
  { uid, executable, stubborn = false }: { uid: number; executable: string; stubborn?: boolean },
): Promise<Registered> {
  const code = `${stubborn ? "process.on('SIGTERM', () => {});" : ''} setInterval(() => {}, 1000); console.log('up');`;
  const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'ignore'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  const { pid } = child;
  if (pid === undefined) throw new Error('The process did not start');
  await mac.register(pid, uid, executable);
  return { pid, isAlive: () => child.exitCode === null && child.signalCode === null };
}
