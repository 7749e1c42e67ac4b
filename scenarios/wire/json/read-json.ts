import type { Checked, InputProblem } from '../../domain/input-problem.ts';
import { decodeText } from '../csv/decode-text.ts';
import { spokenBytes } from '../spoken-bytes.ts';
import { explainFault } from './explain-fault.ts';
import { type JsonFault, jsonFault } from './json-fault.ts';

/** What a JSON text may be at most. */
export interface JsonLimits {
  /** Of the UTF-8 text. */
  readonly mostBytes: number;
  /** Blocks and lists within each other. */
  readonly mostDepth: number;
}

/** For a request: 20 MB, and 50 levels, of which a scenario needs six. */
export const JSON_LIMITS: JsonLimits = { mostBytes: 20_000_000, mostDepth: 50 };

function faultProblem(file: string, text: string, fault: JsonFault, { mostDepth }: JsonLimits): InputProblem {
  const { line, column, advice, shown } = explainFault(text, fault);
  const place = { file, line, ...(shown === '' ? {} : { found: shown }) };
  const at = `at column ${column}`;
  if (fault.kind === 'duplicate-key')
    return { ...place, code: 'duplicate-key', message: `${advice} (${at})`, expected: 'each key once' };
  if (fault.kind === 'too-deep')
    return { ...place, code: 'too-deep', message: `${advice} (${at})`, expected: `at most ${mostDepth} levels` };
  return { ...place, code: 'not-json', message: `not JSON ${at}: ${advice}`, expected: 'JSON by RFC 8259' };
}

/**
 * The value of a JSON text in UTF-8, or the first problem of it: too large, another format, not JSON (with line and column), nested
 * too deep, or a key twice in one block. `file` is what problems call it. Never throws.
 */
export function readJson(bytes: Uint8Array, file = 'scenario', limits = JSON_LIMITS): Checked<unknown> {
  const refuse = (problem: InputProblem): Checked<unknown> => ({ ok: false, problems: [problem] });
  if (bytes.length > limits.mostBytes)
    return refuse({
      ...{ code: 'too-large', file, message: 'the text is too large', found: spokenBytes(bytes.length) },
      expected: `at most ${spokenBytes(limits.mostBytes)}`,
    });
  const text = decodeText(file, bytes);
  if (typeof text !== 'string') return refuse(text);
  const fault = jsonFault(text, limits.mostDepth);
  if (fault !== undefined) return refuse(faultProblem(file, text, fault, limits));
  const value: unknown = JSON.parse(text);
  return { ok: true, value, warnings: [] };
}
