import { type Settings, settingsTable } from './table.ts';

type Layer = ReadonlyMap<string, unknown>;

/** What is set where: by the organisation (for this person, then for everybody), and by the person. */
export type SettingsLayers = { readonly forced: readonly Layer[]; readonly own: Layer };

export type ResolvedSettings = {
  readonly settings: Settings;
  /** Names of settings whose value has the wrong type or range; each of them, and no other, keeps its default. */
  readonly invalid: readonly string[];
  /** Names of settings that the organisation has set, and a person cannot change. */
  readonly managed: readonly string[];
};

/** The organisation's values go before the person's own. */
export function resolveSettings(layers: SettingsLayers): ResolvedSettings {
  const chosen = choose(layers);
  const valid = chosen.filter((setting) => setting.isValid);
  return {
    settings: settingsTable.parse(Object.fromEntries(valid.map(({ name, value }) => [name, value]))),
    invalid: chosen.filter((setting) => !setting.isValid).map(({ name }) => name),
    managed: chosen.filter(({ from }) => from === 'organisation').map(({ name }) => name),
  };
}

export type SettingInForce = {
  readonly name: string;
  /** Of prose only whether there is any: it names the organisation. */
  readonly value: string | number | boolean;
  readonly from: 'organisation' | 'person' | 'default';
  /** A value was set that has the wrong type or range, and the default holds. */
  readonly isRejected: boolean;
};

/** Every setting with the value that holds now, and whose it is. */
export function settingsInForce(layers: SettingsLayers): readonly SettingInForce[] {
  const chosen = choose(layers);
  return Object.entries(resolveSettings(layers).settings).map(([name, value]) => {
    const set = chosen.find((setting) => setting.name === name);
    return {
      name,
      value: toldValue(name, value),
      from: set?.isValid ? set.from : 'default',
      isRejected: set?.isValid === false,
    };
  });
}

function toldValue(name: string, value: Settings[keyof Settings]): SettingInForce['value'] {
  const isEmpty =
    typeof value === 'object' ? Object.values(value).every((text) => text === '') : value === '';
  if (isEmpty) return '';
  return typeof value === 'object' || proseNames.has(name) ? 'set' : value;
}

const proseNames: ReadonlySet<string> = new Set(
  Object.entries(settingsTable.shape).flatMap(([name, type]) => (type.meta()?.isProse ? [name] : [])),
);

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
