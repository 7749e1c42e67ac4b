import type { InputProblem } from '../../domain/input-problem.ts';

const decodesSoFar = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
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
  const whole = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, good), { stream: true });
  return new TextEncoder().encode(whole).length;
}

const isUtf16 = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

/** The text of a UTF-8 file without its byte order mark, or the problem that names the first bad byte and its line. */
export function decodeText(file: string, bytes: Uint8Array): string | InputProblem {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const offset = firstBadByte(bytes);
    const line = bytes.subarray(0, offset).reduce((lines, byte) => (byte === 10 ? lines + 1 : lines), 1);
    const value = (bytes[offset] ?? 0).toString(16).padStart(2, '0').toUpperCase();
    return {
      code: 'not-utf-8',
      file,
      line,
      message: isUtf16(bytes) ? 'saved as UTF-16, not as UTF-8' : 'not UTF-8 text',
      found: `byte 0x${value} at offset ${offset}`,
      expected: 'UTF-8 (in Excel: save as "CSV UTF-8")',
    };
  }
}
