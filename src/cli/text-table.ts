/** Columns that stand below each other, for a terminal; a cell is one line. */
export function textTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [columns, ...rows].map((cells) => cells.map((cell) => cell.replace(/\s+/g, ' ')));
  const widths = columns.map((_, index) => Math.min(WIDEST, Math.max(...lines.map((cells) => lengthOf(cells[index] ?? '')))));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => cell + ' '.repeat(Math.max(0, (widths[index] ?? 0) - lengthOf(cell))))
      .join('  ')
      .trimEnd();
  const [head = [], ...body] = lines;
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...body.map(line)].join('\n');
}

/** A long cell does not push the others out of sight. */
const WIDEST = 60;

const lengthOf = (text: string): number => [...text].length;
