import type { View } from '../../../electron/assess/view.ts';
import type { Shown } from '../../../electron/contract.ts';
import { organisationOf } from '../../../electron/settings/organisation.ts';
import { defaultSettings } from '../../../electron/settings/table.ts';

/** What the popover is told: by default on a Mac where nobody has set anything. */
export function shownOf(view: View, changes: Partial<Shown> = {}): Shown {
  return {
    view,
    locale: 'en-GB',
    vigilVersion: '0.1.0',
    organisation: organisationOf(defaultSettings, 'en-GB'),
    hasLogo: false,
    preferences: {
      warnBeforeLapse: { value: 'atRisk', isManaged: false },
      language: { value: '', isManaged: false },
      openAtLogin: null,
    },
    mayCheckNetwork: true,
    iconVisible: true,
    ...changes,
  };
}
