import type { InputProblem } from '../../domain/input-problem.ts';

const decodesSoFar = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
};

/**
 * Offset at which UTF-8 ends. Halving finds the longest prefix that could still go on as UTF-8; what of it decodes to whole
 * characters ends where the bad sequence starts.
 */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodesSoFar(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  const whole = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true }).decode(bytes.subarray(0, good), {
    stream: true,
  });
  return new TextEncoder().encode(whole).length;
}

/** Other formats that people give the name of a text file, by the bytes that they start with. */
const FORMATS: readonly (readonly [name: string, start: readonly number[]])[] = [
  ['an Excel workbook (.xlsx) or another zip file', [0x50, 0x4b, 0x03, 0x04]],
  ['an Excel workbook of before 2007 (.xls)', [0xd0, 0xcf, 0x11, 0xe0]],
  ['text saved as UTF-16', [0xff, 0xfe]],
  ['text saved as UTF-16', [0xfe, 0xff]],
  ['a PDF document', [0x25, 0x50, 0x44, 0x46]],
  ['a compressed file (gzip)', [0x1f, 0x8b]],
];

/** The name of the format, if it is another one; UTF-16 without a byte order mark has a zero in every second byte. */
function otherFormat(bytes: Uint8Array): string | undefined {
  const known = FORMATS.find(([, start]) => start.every((byte, index) => bytes[index] === byte));
  if (known !== undefined) return known[0];
  return bytes[1] === 0 && bytes[3] === 0 ? 'text saved as UTF-16' : undefined;
}

const remedy = (file: string): string =>
  file.endsWith('.csv')
    ? 'UTF-8 text (in Excel: File, Save As, "CSV UTF-8")'
    : 'UTF-8 text (in the editor: Save As, encoding UTF-8)';

const lineAt = (bytes: Uint8Array, offset: number): number =>
  bytes.subarray(0, offset).reduce((lines, byte) => (byte === 10 ? lines + 1 : lines), 1);

/** The text of a UTF-8 file without its byte order mark, or the problem: another format, or the first bad byte and its line. */
export function decodeText(file: string, bytes: Uint8Array): string | InputProblem {
  const other = otherFormat(bytes);
  if (other !== undefined)
    return {
      code: 'not-text-file',
      file,
      line: 1,
      message: 'the contents are not what the name says',
      found: other,
      expected: remedy(file),
    };
  const zero = bytes.indexOf(0);
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
    if (zero < 0) return text;
  } catch {
    // The first bad byte is looked for below.
  }
  const offset = zero < 0 ? firstBadByte(bytes) : zero;
  const value = (bytes[offset] ?? 0).toString(16).padStart(2, '0').toUpperCase();
  return {
    code: 'not-utf-8',
    file,
    line: lineAt(bytes, offset),
    message: 'not UTF-8 text',
    found: `byte 0x${value} at offset ${offset}`,
    expected: remedy(file),
  };
}
