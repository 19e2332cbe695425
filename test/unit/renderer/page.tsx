import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'react-intl';
import type { View } from '../../../electron/assess/view.ts';
import type { Shown } from '../../../electron/contract.ts';
import { messagesFor } from '../../../electron/words/languages.ts';
import { Popover } from '../../../renderer/popover.tsx';
import { NowContext } from '../../../renderer/say.tsx';
import { now } from '../words/views.ts';
import { shownOf } from './shown.ts';

/** The markup of a part of the page, as a British person in London sees it at `now`. */
export function markupOf(part: ReactNode): string {
  return renderToStaticMarkup(
    <IntlProvider locale="en-GB" messages={messagesFor('en-GB')} timeZone="Europe/London">
      <NowContext value={now}>{part}</NowContext>
    </IntlProvider>,
  );
}

export function popoverMarkup(view: View, changes: Partial<Shown> = {}): string {
  const shown = shownOf(view, changes);
  return markupOf(
    <Popover
      shown={shown}
      door={() => Promise.resolve()}
      report={() => Promise.resolve('')}
      change={() => Promise.resolve()}
    />,
  );
}

/** What a person reads, a line for each element that holds text. */
export function textsOf(markup: string): string[] {
  return markup
    .split(/<[^>]*>/)
    .map((text) => text.replaceAll('&#x27;', '’').replaceAll('&amp;', '&').trim())
    .filter((text) => text !== '');
}

/** The opening tag of the first element that matches. */
export function tagOf(markup: string, pattern: RegExp): string {
  return pattern.exec(markup)?.[0] ?? '';
}

/** What is seen before anything is opened. */
export function closedPart(markup: string): string {
  const [before = '', ...panels] = markup.split('<div class="panel"');
  const after = panels.at(-1) ?? '';
  return before + after.slice(after.indexOf('<footer'));
}

/** What the disclosure with this title holds; empty where there is none. */
export function panelOf(markup: string, title: string): string {
  const [before = '', ...panels] = markup.split('<div class="panel"');
  const titles = [...before.matchAll(/class="disclosure"[^>]*>([^<]*)</g)].map(([, text]) => text);
  const [panel = ''] = panels[titles.indexOf(title)]?.split('<footer') ?? [];
  return panel === '' ? '' : `<div${panel}`;
}
