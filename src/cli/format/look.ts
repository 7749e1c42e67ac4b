import picocolors from 'picocolors';

/** How an output wants to be written to: columns, and colours that do nothing where none are wanted. */
export interface Look {
  readonly width: number;
  readonly paint: Pick<ReturnType<typeof picocolors.createColors>, 'bold' | 'dim' | 'red' | 'green' | 'yellow'>;
}

const WIDTH = { least: 60, piped: 100, most: 120 };

/** The look of an output: colours only on a terminal; 60 to 120 columns, 100 where it is no terminal. */
export function lookOf(output: { readonly isTTY?: boolean; readonly columns?: number }, colours: boolean): Look {
  const columns = output.isTTY ? (output.columns ?? 80) : WIDTH.piped;
  return {
    width: Math.min(WIDTH.most, Math.max(WIDTH.least, columns)),
    paint: picocolors.createColors(colours && output.isTTY === true),
  };
}

/** A titled block of lines with an empty line before it; nothing where there are no lines. */
export const section = (title: string, lines: readonly string[], look: Look): string[] =>
  lines.length === 0 ? [] : ['', look.paint.bold(title), ...lines];

/** A table whose header is dimmed. */
export const dimHeader = (lines: readonly string[], look: Look): string[] =>
  lines.map((line, at) => (at === 0 ? look.paint.dim(line) : line));
