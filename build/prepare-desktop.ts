// Gets what the end-to-end tests need, while other tests run. What fails here is tried again, and told, when it is needed.
import { getElectron } from './get-electron.ts';
import { ensureSystemPackages } from './system-packages.ts';

await Promise.allSettled([ensureSystemPackages(), getElectron()]);
