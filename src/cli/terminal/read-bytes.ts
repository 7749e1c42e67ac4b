import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { prose } from '../format/number.ts';
import type { Refusal } from './exit.ts';
import type { Io } from './io.ts';
import { systemError } from './path.ts';

/** The most bytes that one command reads: 512 MB. */
export const MOST_BYTES = 512 * 1024 * 1024;

export const tooLarge = (path: string, bytes: number): Refusal => ({
  ok: false,
  message: `${path} has more than 512 MB${Number.isFinite(bytes) ? `: ${prose(bytes / 1024 / 1024)} MB` : ''}`,
});

type Read = { readonly ok: true; readonly bytes: Uint8Array } | Refusal;

/** The bytes of a regular file of at most 512 MB. */
export async function readRegularFile(io: Io, path: string): Promise<Read> {
  const absolute = resolve(io.cwd, path);
  try {
    const found = await stat(absolute);
    if (!found.isFile()) return { ok: false, message: `cannot read ${path}: it is not a file` };
    if (found.size > MOST_BYTES) return tooLarge(path, found.size);
    return { ok: true, bytes: await readFile(absolute) };
  } catch (error) {
    return unreadable(path, error);
  }
}

/** The refusal where the operating system does not let a path be read; any other error is a bug and is thrown on. */
export function unreadable(path: string, error: unknown): Refusal {
  const words = systemError(error);
  if (words === undefined) throw error;
  return { ok: false, message: `cannot read ${path}: ${words}` };
}

async function readStdin(io: Io): Promise<Read> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of io.stdin) {
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
    size += bytes.length;
    if (size > MOST_BYTES) return tooLarge('stdin', Number.POSITIVE_INFINITY);
    chunks.push(bytes);
  }
  return { ok: true, bytes: Buffer.concat(chunks) };
}

/** UTF-8 text of a file, or of stdin for `-`; a byte order mark is dropped. */
export async function readText(io: Io, path: string): Promise<{ readonly ok: true; readonly text: string } | Refusal> {
  const read = await (path === '-' ? readStdin(io) : readRegularFile(io, path));
  if (!read.ok) return read;
  const name = path === '-' ? 'stdin' : path;
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(read.bytes) };
  } catch {
    return { ok: false, message: `${name} is not UTF-8 text` };
  }
}
