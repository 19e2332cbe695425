/** What was measured, each value one repetition. */
export type Figure = {
  readonly what: string;
  readonly unit: 'ms' | 'MB' | 'lines' | 'Macs' | '×' | 'ms of CPU a minute';
  readonly values: readonly number[];
  readonly aim?: Aim;
};

export type Aim = { readonly of: 'median' | 'p95'; readonly atMost: number };

/** The quotients of what was measured in turn, so that what else the machine does weighs on both alike. */
export function ratio(what: string, ours: Figure, theirs: Figure, aim: Aim): Figure {
  const values = ours.values.map((value, index) => value / (theirs.values[index] ?? Number.NaN));
  return { what, unit: '×', values, aim };
}

/** One line a figure: what, median, p95, how many repetitions, and whether the aim is met. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map(row);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('   ')
      .trimEnd();
  return rows.map(line).join('\n');
}

function row(figure: Figure): readonly string[] {
  const { what, unit, values, aim } = figure;
  const [median, p95] = [percentile(values, 50), percentile(values, 95)];
  const cells = [what, `${round(median)} ${unit}`, `p95 ${round(p95)}`, `${values.length} times`];
  if (aim === undefined) return cells;
  return [...cells, `aim: ${aim.of} ≤ ${aim.atMost}, ${isMet(figure) ? 'met' : 'missed'}`];
}

/** Whether it keeps what was aimed at; a figure without an aim always does. */
export function isMet({ values, aim }: Figure): boolean {
  return aim === undefined || percentile(values, aim.of === 'median' ? 50 : 95) <= aim.atMost;
}

/** The smallest of the values that is not below `percent` of them. */
function percentile(values: readonly number[], percent: number): number {
  const rank = Math.ceil((values.length * percent) / 100);
  return values.toSorted((one, other) => one - other)[rank - 1] ?? Number.NaN;
}

/** Three digits that count. */
function round(value: number): string {
  if (value === 0) return '0';
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
