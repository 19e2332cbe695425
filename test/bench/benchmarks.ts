import { measureDiagnose } from './diagnose.ts';
import type { Figure } from './figures.ts';
import { measureFleet } from './fleet.ts';
import { measureFlood } from './flood.ts';
import type { Launcher } from './launcher.ts';
import { measureLog } from './log.ts';
import { measurePopover } from './popover.ts';
import { measureRest } from './rest.ts';
import { measureStart } from './start.ts';
import { measureUpdates } from './update.ts';

export type Benchmark = {
  readonly name: string;
  readonly title: string;
  readonly byDefault: boolean;
  /** It starts Electron, which needs a display and a session bus. */
  readonly onDesktop: boolean;
  readonly run: (launcher: Launcher) => Promise<readonly Figure[]>;
};

export const benchmarks: readonly Benchmark[] = [
  {
    name: 'update',
    title: 'from a new plist to status.plist and to the icon',
    byDefault: true,
    onDesktop: true,
    run: measureUpdates,
  },
  {
    name: 'log',
    title: 'from a line in the log to its event',
    byDefault: true,
    onDesktop: false,
    run: measureLog,
  },
  {
    name: 'start',
    title: 'from the start to the icon, beside an app that does nothing but show one',
    byDefault: true,
    onDesktop: true,
    run: measureStart,
  },
  {
    name: 'popover',
    title: 'from a click on the icon to the painted popover',
    byDefault: true,
    onDesktop: true,
    run: measurePopover,
  },
  {
    name: 'rest',
    title: 'memory and CPU at rest, beside an app that does nothing but show an icon',
    byDefault: true,
    onDesktop: true,
    run: measureRest,
  },
  {
    name: 'flood',
    title: 'twenty thousand relevant lines a second in the log, for a minute',
    byDefault: false,
    onDesktop: true,
    run: measureFlood,
  },
  {
    name: 'diagnose',
    title: 'exported logs of 1 GB and less, beside grep, jq and gzip',
    byDefault: false,
    onDesktop: false,
    run: () => measureDiagnose(),
  },
  {
    name: 'fleet',
    title: 'what the extension attributes say of a thousand Macs in all conditions, and the time a Mac',
    byDefault: false,
    onDesktop: false,
    run: measureFleet,
  },
];
