import { createRoot } from 'react-dom/client';
import type { VigilDoor } from '../electron/contract.ts';
import { loadLanguage } from '../electron/words/languages.ts';
import { App } from './app.tsx';
import { atNextClosing, Fault, FaultBoundary } from './fault.tsx';
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
  await loadLanguage(store.get().locale);
  root.render(
    <FaultBoundary onClose={close}>
      <App store={store} door={vigil} />
    </FaultBoundary>,
  );
}

async function startOrSay(): Promise<void> {
  try {
    await start();
  } catch (error) {
    root.render(<Fault onClose={close} />);
    atNextClosing(() => void startOrSay());
    // Errors that nobody handles reach the console, as those that React catches do.
    throw error;
  }
}

void startOrSay();
