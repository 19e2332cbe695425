import { useState } from 'react';
import type { PreferenceChange } from '../electron/assess/preferences.ts';
import type { Intent, ReportAsked, Shown } from '../electron/contract.ts';
import { PreferencesPage } from './preferences-page.tsx';
import { ReportPage } from './report-page.tsx';
import { StatePage } from './state-page.tsx';
import { useCopy } from './use-copy.ts';

export type PopoverProps = {
  readonly shown: Shown;
  readonly door: (intent: Intent) => Promise<void>;
  readonly report: (asked: ReportAsked) => Promise<string>;
  /** Rejects where the change could not be kept. */
  readonly change: (change: PreferenceChange) => Promise<void>;
};

/** The state, and in its place the report for IT or the settings. */
export function Popover({ shown, door, report, change }: PopoverProps) {
  const [page, setPage] = useState<'state' | 'report' | 'preferences'>('state');
  const back = () => setPage('state');
  useCopy(() => void door({ kind: 'copy-report' }));
  switch (page) {
    case 'report':
      return (
        <ReportPage
          mayCheckNetwork={shown.mayCheckNetwork}
          report={report}
          onCopy={() => door({ kind: 'copy-report' })}
          onBack={back}
        />
      );
    case 'preferences':
      return <PreferencesPage preferences={shown.preferences} onChange={change} onBack={back} />;
    case 'state':
      return (
        <StatePage
          shown={shown}
          door={door}
          onReport={() => setPage('report')}
          onPreferences={() => setPage('preferences')}
        />
      );
  }
}
