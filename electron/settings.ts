import { z } from 'zod';
import type { Policy } from './assess/policy.ts';

/** `forcedOnly`: counts only when the organisation has set it, because it tells of something that the organisation did. */
type About = { readonly since: string; readonly description: string; readonly forcedOnly?: true };
const about = (meta: About) => meta;

/** The one table of settings: name, type, range, default, and what an admin reads about it. */
export const settingsTable = z.object({
  WarningMinutes: z
    .int()
    .min(1)
    .max(60)
    .default(10)
    .meta(
      about({
        since: '0.1.0',
        description: 'Minutes before the lapse from which a sign-in counts as due soon.',
      }),
    ),
  WarnBeforeLapse: z
    .enum(['always', 'atRisk', 'never'])
    .default('atRisk')
    .meta(
      about({
        since: '0.1.0',
        description:
          'Notify before a sign-in is due: always, only with evidence that it may not go by itself, or never.',
      }),
    ),
  NotificationsAllowed: z
    .boolean()
    .default(false)
    .meta(
      about({
        since: '0.1.0',
        description:
          'A notifications profile for Vigil is installed, so nobody has to be asked for permission.',
        forcedOnly: true,
      }),
    ),
  LogRelayFile: z
    .string()
    .max(1024)
    .regex(/^(\/.*)?$/)
    .default('')
    .meta(
      about({
        since: '0.1.0',
        description:
          'Absolute path of the file that a job of the organisation fills with the log, for people who are no administrators. Only root may be able to write it. Empty: there is none.',
        forcedOnly: true,
      }),
    ),
});

export type Settings = Readonly<z.output<typeof settingsTable>>;
export const defaultSettings: Settings = settingsTable.parse({});

type Layer = ReadonlyMap<string, unknown>;

/** What is set where: by the organisation (for this person, then for everybody), and by the person. */
export type SettingsLayers = { readonly forced: readonly Layer[]; readonly own: Layer };

export type ResolvedSettings = {
  readonly settings: Settings;
  /** Names of settings whose value has the wrong type or range; each of them, and no other, keeps its default. */
  readonly invalid: readonly string[];
};

/** The organisation's values go before the person's own. */
export function resolveSettings(layers: SettingsLayers): ResolvedSettings {
  const chosen = choose(layers);
  const valid = chosen.filter((setting) => setting.isValid).map(({ name, value }) => [name, value]);
  return {
    settings: settingsTable.parse(Object.fromEntries(valid)),
    invalid: chosen.filter((setting) => !setting.isValid).map(({ name }) => name),
  };
}

export type SettingInForce = {
  readonly name: string;
  readonly value: Settings[keyof Settings];
  readonly from: 'organisation' | 'person' | 'default';
  /** A value was set that has the wrong type or range, and the default holds. */
  readonly isRejected: boolean;
};

/** Every setting with the value that holds now, and whose it is. */
export function settingsInForce(layers: SettingsLayers): readonly SettingInForce[] {
  const chosen = choose(layers);
  return Object.entries(resolveSettings(layers).settings).map(([name, value]) => {
    const set = chosen.find((setting) => setting.name === name);
    return { name, value, from: set?.isValid ? set.from : 'default', isRejected: set?.isValid === false };
  });
}

type Chosen = {
  readonly name: string;
  readonly value: unknown;
  readonly from: 'organisation' | 'person';
  readonly isValid: boolean;
};

function choose({ forced, own }: SettingsLayers): readonly Chosen[] {
  const organisation = forced.map((layer) => ({ layer, from: 'organisation' }) as const);
  const person = { layer: own, from: 'person' } as const;
  return Object.entries(settingsTable.shape).flatMap(([name, type]): Chosen[] => {
    const layers = type.meta()?.forcedOnly === true ? organisation : [...organisation, person];
    const set = layers.find(({ layer }) => layer.get(name) !== undefined);
    if (set === undefined) return [];
    const value = set.layer.get(name);
    return [{ name, value, from: set.from, isValid: type.safeParse(value).success }];
  });
}

export function policyOf({ WarningMinutes, WarnBeforeLapse, NotificationsAllowed }: Settings): Policy {
  return {
    warnMs: WarningMinutes * 60_000,
    warnBeforeLapse: WarnBeforeLapse,
    notificationsAllowed: NotificationsAllowed,
  };
}
