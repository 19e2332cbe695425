import { createRoot } from 'react-dom/client';
import type { VigilDoor } from '../electron/contract.ts';
import { App } from './app.tsx';
import { Fault, FaultBoundary } from './fault.tsx';
import { openShownStore } from './shown-store.ts';

/** Put on the page by the preload script. */
declare const vigil: VigilDoor;

const page = document.documentElement;
// Only on a Mac does the window bring a material of its own, which the page must let through.
page.dataset.platform = navigator.platform.startsWith('Mac') ? 'mac' : 'other';

const container = document.querySelector('#root');
if (container === null) throw new Error('index.html has no #root');
const root = createRoot(container);
const close = () => void vigil.send({ kind: 'close' });

/** Nothing is drawn before the state is known: the window is shown at its first paint, and that is the whole picture. */
async function start(): Promise<void> {
  const store = await openShownStore(vigil);
  root.render(
    <FaultBoundary onClose={close}>
      <App store={store} door={vigil} />
    </FaultBoundary>,
  );
}

start().catch((error: unknown) => {
  root.render(<Fault onClose={close} />);
  // Unhandled errors of the page are written to Vigil's log.
  throw error;
});
