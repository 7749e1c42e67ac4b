const MOST_SHOWN = 60;

/** Offset at which JSON.parse stopped, as far as its message tells: by number, or by the piece of text that it quotes. */
function offsetIn(text: string, message: string): number | undefined {
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Number(position);
  if (/^Unexpected end/.test(message)) return text.trimEnd().length;
  const [, token, piece] =
    /^Unexpected token '(.)', (?:\.\.\.)?"([\s\S]*?)"(?:\.\.\.)? is not valid JSON$/.exec(message) ?? [];
  if (token === undefined || piece === undefined) return undefined;
  const start = text.indexOf(piece);
  if (start < 0) return undefined;
  const within = piece.length < 20 ? piece.indexOf(token) : piece.indexOf(token, Math.floor(piece.length / 2) - 1);
  return start + Math.max(0, within);
}

function advice(text: string, offset: number): string {
  if (text.trim() === '') return 'the file is empty';
  const [char = '', before = ''] = [text[offset], text.slice(0, offset).trimEnd().at(-1)];
  if (offset >= text.trimEnd().length) return 'the text ends before all { [ and " are closed';
  if (before === ',' && /[}\]]/.test(char)) return 'a comma before the closing bracket';
  if (/[NI-]/.test(char)) return 'a number that JSON cannot write';
  if (/[\n\r\t]/.test(char)) return 'a line break in a text: is its closing " missing?';
  if (/[a-z_']/i.test(char)) return 'a key or text without double quotation marks';
  return 'a comma, colon or quotation mark is missing or too many';
}

/** Where and why a text is not JSON, for the writer of the text; `error` is what JSON.parse threw. */
export function jsonFault(text: string, error: unknown): string {
  const offset = offsetIn(text, error instanceof Error ? error.message : '');
  if (offset === undefined) return 'not JSON';
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  const line = text.split(/\r\n|\n|\r/)[before.length - 1]?.trim() ?? '';
  const shown = line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN)}…` : line;
  const place = `line ${before.length}, column ${before.at(-1)!.length + 1}`;
  return `not JSON at ${place}: ${advice(text, offset)}${shown === '' ? '' : ` (${shown})`}`;
}
