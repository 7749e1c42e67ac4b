import { fc, it as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { describeProblem } from '../../../../scenarios/domain/input-problem.ts';
import { jsonFault } from '../../../../scenarios/wire/json/json-fault.ts';
import { readJson } from '../../../../scenarios/wire/json/read-json.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function refusal(text: string, limits?: Parameters<typeof readJson>[2]): string {
  const read = readJson(bytes(text), 'scenario', limits);
  return read.ok
    ? 'accepted'
    : read.problems.map((problem) => `[${problem.code}] ${describeProblem(problem)}`).join('\n');
}

/** Texts like JSON: values as they are, cut, or with a character put in or replaced. */
const almostJson = fc
  .record({
    value: fc.jsonValue(),
    at: fc.nat(60),
    char: fc.constantFrom('', ',', '"', '}', ']', '0', '\\', '\n', 'x'),
  })
  .map(({ value, at, char }) => {
    const text = JSON.stringify(value);
    return text.slice(0, at) + char + text.slice(at + (char === '' ? 1 : 0));
  });

const parses = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('a JSON text', () => {
  it('is read, a byte order mark before it included', () => {
    expect(readJson(bytes('\uFEFF{"a":[1,"é"]}'))).toEqual({ ok: true, value: { a: [1, 'é'] }, warnings: [] });
  });

  it.each([
    ['{"a": 1,\n}', '[not-json] scenario:2: not JSON at column 1: a comma before the closing bracket, found }, '],
    ['{"a": 1\n"b": 2}', '[not-json] scenario:2: not JSON at column 1: a comma, colon or quotation mark is missing '],
    ["{'a': 1}", '[not-json] scenario:1: not JSON at column 2: a key or text without double quotation marks'],
    ['{"a": "C:\\x"}', '[not-json] scenario:1: not JSON at column 10: a \\ that is not doubled'],
    ['{"a": [1, 2', '[not-json] scenario:1: not JSON at column 12: the text ends before all { [ and " are closed'],
    ['  ', '[not-json] scenario:1: not JSON at column 1: the file is empty'],
    ['{"a": -Infinity}', '[not-json] scenario:1: not JSON at column 7: a number that JSON cannot write'],
    ['{"a":1,\r\n "b":{"c":1, "\\u0063":2}}', '[duplicate-key] scenario:2: the key "c" stands twice in one block (at '],
  ])('that says %j is refused where it is wrong', (text, words) => {
    expect(refusal(text)).toContain(words);
  });

  it('in which the same key stands in two blocks is fine', () => {
    expect(refusal('[{"a":1},{"a":{"a":[]}}]')).toBe('accepted');
  });

  it('that is nested too deep is refused without exhausting the stack', () => {
    expect(refusal('['.repeat(1_000_000))).toContain('[too-deep] scenario:1: nested deeper than can be read');
    expect(refusal('[[[]]]', { mostBytes: 100, mostDepth: 3 })).toBe('accepted');
    expect(refusal('[[[]]]', { mostBytes: 100, mostDepth: 2 })).toContain('expected at most 2 levels');
  });

  it('that is too large is refused before it is looked at', () => {
    expect(refusal('[1, 2, 3', { mostBytes: 7, mostDepth: 3 })).toBe(
      '[too-large] scenario: the text is too large, found 8 bytes, expected at most 7 bytes',
    );
  });

  it('that is another format is told so', () => {
    expect(refusal('PK\u0003\u0004…')).toContain('an Excel workbook (.xlsx) or another zip file');
  });

  property.prop([almostJson], { numRuns: 500 })('is refused exactly where the engine refuses it', (text) => {
    const fault = jsonFault(text, Number.POSITIVE_INFINITY);
    if (fault?.kind !== 'duplicate-key') expect(fault === undefined).toBe(parses(text));
  });

  property.prop([fc.uint8Array({ maxLength: 200 })])('of any bytes never throws', (any) => {
    expect(typeof readJson(any).ok).toBe('boolean');
  });
});
