import type { ReactNode } from 'react';
import { message } from '../electron/words/catalog.ts';
import { Say } from './say.tsx';

const questions = ['blocked.ask.rules', 'blocked.ask.entry', 'blocked.ask.conditions'] as const;

/** A sign-in in order is not all that access needs: what else to try, and to ask. */
export function Blocked({ children }: { readonly children: ReactNode }) {
  return (
    <div className="blocked">
      <p>
        <Say message={message('blocked.sentence')} />
      </p>
      <p>
        <Say message={message('blocked.try')} />
      </p>
      <p>
        <Say message={message('blocked.ask')} />
      </p>
      <ul>
        {questions.map((id) => (
          <li key={id}>
            <Say message={message(id)} />
          </li>
        ))}
      </ul>
      {children}
    </div>
  );
}
