import { expect, test } from 'vitest';
import { ReportPage } from '../../../renderer/report-page.tsx';
import { markupOf, textsOf } from './page.tsx';

const buttons = (mayCheckNetwork: boolean) =>
  textsOf(
    markupOf(
      <ReportPage
        mayCheckNetwork={mayCheckNetwork}
        report={() => Promise.resolve('')}
        onCopy={() => Promise.resolve()}
        onBack={() => {}}
      />,
    ),
  ).slice(-3);

test('the report offers the network check, unless the organisation forbids it', () => {
  expect(buttons(true)).toEqual(['Add Network Check', 'Back', 'Copy']);
  expect(buttons(false)).not.toContain('Add Network Check');
});
