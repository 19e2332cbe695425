import { Component, type ReactNode } from 'react';
import { message } from '../electron/words/catalog.ts';
import { chooseLocale } from '../electron/words/languages.ts';
import { createSpeech, say } from '../electron/words/speech.ts';

type FaultProps = { readonly onClose: () => void };

/** Says what to do after an error. Leans on nothing that may be what has failed: no state, no provider. */
export function Fault({ onClose }: FaultProps) {
  const speech = createSpeech(chooseLocale(navigator.languages));
  const words = (id: 'fault.title' | 'fault.sentence' | 'fault.close') => say(speech, message(id), 0);
  return (
    <main className="popover" data-tone="caution">
      <div className="page">
        <div className="words" role="alert">
          <h1>{words('fault.title')}</h1>
          <p>{words('fault.sentence')}</p>
        </div>
      </div>
      <footer>
        <button type="button" className="button" data-emphasis="secondary" onClick={onClose}>
          {words('fault.close')}
        </button>
      </footer>
    </main>
  );
}

/** The page outlives its window's closing by minutes; opened again it shall begin anew, as the words above promise. */
export function atNextClosing(begin: () => void): void {
  document.addEventListener('visibilitychange', begin, { once: true });
}

type FaultBoundaryProps = FaultProps & { readonly children: ReactNode };

/** React knows error boundaries as classes only. */
export class FaultBoundary extends Component<FaultBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch() {
    atNextClosing(() => this.setState({ failed: false }));
  }

  override render() {
    return this.state.failed ? <Fault onClose={this.props.onClose} /> : this.props.children;
  }
}
