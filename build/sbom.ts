import type { BundledPackage } from './bundled-packages.ts';

/** What is used of package.json and package-lock.json. */
type Manifest = {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly description: string;
};
type Lock = { readonly packages: Readonly<Record<string, LockedPackage>> };
type LockedPackage = { readonly version?: string; readonly license?: string; readonly integrity?: string };

type Parts = {
  readonly manifest: Manifest;
  readonly lock: Lock;
  readonly packages: readonly BundledPackage[];
};

/**
 * A bill of materials, by CycloneDX 1.6: Electron, and the packages whose code is in the bundles. Not the tools of the
 * build, which nobody who runs Vigil runs. The same sources give the same bytes, so it bears no time and no serial number.
 */
export function sbomOf({ manifest, lock, packages }: Parts): string {
  const components = [
    electronOf(lock),
    ...packages.map((one) => component('library', one, lock.packages[one.place])),
  ];
  const { name, version, description, license } = manifest;
  // No package URL: a package of npm that is called the same is somebody else's.
  const program = {
    type: 'application',
    'bom-ref': `${name}@${version}`,
    name,
    version,
    description,
    licenses: licenses(license),
  };
  const bom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: program },
    components,
    // Who needs whom among them npm decides anew at every installation; that Vigil needs each is sure.
    dependencies: [
      { ref: program['bom-ref'], dependsOn: components.map((part) => part['bom-ref']) },
      ...components.map((part) => ({ ref: part['bom-ref'] })),
    ],
  };
  return `${JSON.stringify(bom, null, 2)}\n`;
}

function electronOf(lock: Lock) {
  const locked = lock.packages['node_modules/electron'];
  if (locked?.version === undefined || locked.license === undefined) {
    throw new Error('package-lock.json does not say which Electron it is. Run npm install.');
  }
  return component(
    'framework',
    { name: 'electron', version: locked.version, license: locked.license },
    locked,
  );
}

type Named = { readonly name: string; readonly version: string; readonly license: string };

function component(type: 'framework' | 'library', { name, version, license }: Named, locked?: LockedPackage) {
  const [scope, rest] = name.startsWith('@') ? name.split('/') : [undefined, name];
  // In a package URL the @ of a scope is an escape, since an @ begins the version.
  const purl = `pkg:npm/${scope === undefined ? '' : `%40${scope.slice(1)}/`}${rest}@${version}`;
  return {
    type,
    'bom-ref': purl,
    ...(scope === undefined ? {} : { group: scope }),
    name: rest,
    version,
    licenses: licenses(license),
    purl,
    ...hashes(locked?.integrity),
  };
}

function licenses(license: string) {
  return [/^[\w.-]+$/.test(license) ? { license: { id: license } } : { expression: license }];
}

/** Of the package as npm gets it. */
function hashes(integrity: string | undefined) {
  const sha512 = integrity?.match(/sha512-(\S+)/)?.[1];
  if (sha512 === undefined) return {};
  return { hashes: [{ alg: 'SHA-512', content: Buffer.from(sha512, 'base64').toString('hex') }] };
}
