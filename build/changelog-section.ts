/** What a release says of itself, or why there can be none of that name. */
export type ReleaseNotes =
  | { readonly kind: 'notes'; readonly text: string }
  | { readonly kind: 'refused'; readonly why: string };

type Release = {
  /** As in git: `v1.2.3`. */
  readonly tag: string;
  /** Of package.json. */
  readonly version: string;
  readonly changelog: string;
};

const HEADING = /^## \[([^\]]+)\](.*)$/;
const DATE = /^ - \d{4}-\d{2}-\d{2}$/;
/** `[1.2.3]: https://…`, at the end of the file. */
const LINK_TARGET = /^\[[^\]]+\]: \S+$/;

/** The section of a version in a changelog that has the form of Keep a Changelog, without its heading. */
export function releaseNotes({ tag, version, changelog }: Release): ReleaseNotes {
  if (tag !== `v${version}`) {
    return refuse(`The tag is ${tag}, but package.json has version ${version}, whose tag is v${version}.`);
  }
  const lines = changelog.split(/\r?\n/);
  const at = lines.findIndex((line) => HEADING.exec(line)?.[1] === version);
  const heading = lines[at];
  if (heading === undefined) {
    return refuse(
      `CHANGELOG.md has no section "## [${version}] - YYYY-MM-DD". Rename "## [Unreleased]" to that.`,
    );
  }
  if (!DATE.test(HEADING.exec(heading)?.[2] ?? '')) {
    return refuse(
      `In CHANGELOG.md "${heading}" has to end with the date of the release, as in " - 2026-11-25".`,
    );
  }
  const after = lines.slice(at + 1);
  const end = after.findIndex((line) => HEADING.test(line));
  const section = after.slice(0, end === -1 ? undefined : end).filter((line) => !LINK_TARGET.test(line));
  const text = section.join('\n').trim();
  if (!/^- /m.test(text)) return refuse(`CHANGELOG.md lists nothing under "${heading}".`);
  return { kind: 'notes', text: `${text}\n` };
}

function refuse(why: string): ReleaseNotes {
  return { kind: 'refused', why };
}
