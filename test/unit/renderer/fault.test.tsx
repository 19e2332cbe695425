import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Fault } from '../../../renderer/fault.tsx';
import { textsOf } from './page.tsx';

test('after an error a person is told that Vigil goes on, and what to do', () => {
  expect(textsOf(renderToStaticMarkup(<Fault onClose={() => {}} />))).toEqual([
    'This window has a problem',
    'Vigil keeps watching all the same. Close this window and open it again from the menu bar; if that does not help, quit and reopen Vigil.',
    'Close',
  ]);
});
