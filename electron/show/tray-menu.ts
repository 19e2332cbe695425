import type { Action, View } from '../assess/view.ts';
import type { Intent } from '../contract.ts';

/** What can be chosen in the menu of the icon: the same verbs as in the popover. */
export type MenuChoice =
  | { readonly kind: 'intent'; readonly intent: Intent }
  | { readonly kind: 'open' }
  | { readonly kind: 'quit' };

export type MenuItem =
  | {
      readonly kind: 'choice';
      readonly label: string;
      readonly choice: MenuChoice;
      readonly enabled: boolean;
    }
  | { readonly kind: 'separator' };

export type MenuWords = {
  /** The verb of the view's action; null where nothing is offered. */
  readonly action: string | null;
  readonly open: string;
  /** Null where the organisation does not want it. */
  readonly quit: string | null;
};

export function trayMenu({ action }: View, words: MenuWords): readonly MenuItem[] {
  const choice = choiceOf(action);
  const verb: readonly MenuItem[] =
    choice === null || words.action === null
      ? []
      : [{ kind: 'choice', label: words.action, choice, enabled: action.kind !== 'blocked' }];
  const quit: readonly MenuItem[] =
    words.quit === null
      ? []
      : [
          { kind: 'separator' },
          { kind: 'choice', label: words.quit, choice: { kind: 'quit' }, enabled: true },
        ];
  return [...verb, { kind: 'choice', label: words.open, choice: { kind: 'open' }, enabled: true }, ...quit];
}

function choiceOf(action: Action): MenuChoice | null {
  switch (action.kind) {
    case 'none':
      return null;
    case 'reactivate':
    case 'stop':
      return { kind: 'intent', intent: { kind: action.kind } };
    // On a Mac that works the popover says first what a closed window costs, and where it is blocked, why.
    case 'sign-in-now':
    case 'blocked':
      return { kind: 'open' };
  }
}
