import { defaultText, type Row, valuesText } from './rows.ts';

const begin = '<!-- settings: written by `npm run generate` -->';
const end = '<!-- end of settings -->';
const emptyGuide = `# Vigil for administrators\n\n## Settings\n\n${begin}\n${end}\n`;

/** The guide with the table of settings between its markers as it should be; null where it has no markers. */
export function guideWithSettings(guide: string | null, rows: readonly Row[]): string | null {
  const text = guide ?? emptyGuide;
  const from = text.indexOf(begin);
  const to = text.indexOf(end, from);
  if (from === -1 || to === -1) return null;
  return `${text.slice(0, from + begin.length)}\n\n${tableOf(rows)}\n\n${text.slice(to)}`;
}

/** Markdown, its columns aligned as the formatter has them. */
function tableOf(rows: readonly Row[]): string {
  const head = ['setting', 'values', 'default', 'set by', 'since', 'what it does'];
  const lines = [head, ...rows.map(cellsOf)];
  const widths = head.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  const written = lines.map((cells) => row(cells.map((cell, column) => cell.padEnd(widths[column] ?? 0))));
  return written.toSpliced(1, 0, row(widths.map((width) => '-'.repeat(width)))).join('\n');
}

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

function cellsOf(setting: Row): readonly string[] {
  const { name, description, since, forcedOnly } = setting;
  const code = (text: string) => `\`${text}\``;
  return [
    code(name),
    valuesText(setting, code),
    defaultText(setting, code),
    forcedOnly ? 'organisation' : 'either',
    since,
    description.replaceAll('|', String.raw`\|`),
  ];
}
