/** Columns side by side for a terminal. The `right` ones are numbers. */
export function textTable(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => [...(row[column] ?? '')].length)));
  return rows
    .map((row) =>
      row
        .map((text, column) => {
          const space = ' '.repeat(Math.max(0, (widths[column] ?? 0) - [...text].length));
          return right.includes(column) ? space + text : text + space;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
