import { fc, it as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { describeProblem } from '../../scenarios/domain/input-problem.ts';
import { parseScenarioDocument } from '../../scenarios/parse-document.ts';
import { applyScenarioPatch, PATCH_LIMITS } from '../../scenarios/patch.ts';
import { readScenarioFolder } from '../../scenarios/read-scenario.ts';
import { tinyFiles } from '../support/tiny-files.ts';

type Document = Readonly<Record<string, unknown>>;

async function tinyDocument(): Promise<Document> {
  const checked = await readScenarioFolder(tinyFiles());
  if (!checked.ok) throw new Error('the tiny folder is no longer valid');
  return JSON.parse(JSON.stringify(checked.value)) as Document;
}

const tiny = await tinyDocument();

function patched(patch: unknown, document: unknown = tiny): unknown {
  const applied = applyScenarioPatch(document, patch);
  if (!applied.ok) throw new Error(applied.problems.map(describeProblem).join('\n'));
  return applied.value;
}

/** Pointer, code and words of every problem. */
function refusal(patch: unknown, limits = PATCH_LIMITS, document: unknown = tiny): string[] {
  const applied = applyScenarioPatch(document, patch, limits);
  if (applied.ok) return [];
  for (const { file } of applied.problems) expect(file).toBe('patch');
  return applied.problems.map((problem) => `${problem.pointer} [${problem.code}] ${describeProblem(problem)}`);
}

describe('a what-if', () => {
  it('changes settings, rules and rows, and leaves its parent as it was', () => {
    const before = structuredClone(tiny);
    const changed = patched([
      { op: 'replace', path: '/programmes/0/demand/multiplier', value: 4 },
      { op: 'test', path: '/suppliers/1/supplier', value: 'S2' },
      { op: 'replace', path: '/suppliers/1/hourlyRate', value: 99 },
      { op: 'add', path: '/rules/-', value: { rule: 'exclude', suppliers: ['S3'] } },
      { op: 'remove', path: '/quotes/0' },
    ]) as typeof tiny;
    expect(changed).toMatchObject({ programmes: [{ demand: { multiplier: 4 } }], quotes: [] });
    expect(changed['suppliers']).toEqual(expect.arrayContaining([expect.objectContaining({ hourlyRate: 99 })]));
    expect(changed['rules']).toHaveLength(4);
    expect(tiny).toEqual(before);
  });

  it('is a scenario by itself, of which faults carry pointers into the scenario', async () => {
    const good = patched([{ op: 'replace', path: '/name', value: 'dearer' }]);
    expect(await parseScenarioDocument(good)).toMatchObject({ ok: true, value: { name: 'dearer' } });
    const bad = await parseScenarioDocument(patched([{ op: 'replace', path: '/suppliers/2/latitude', value: 95 }]));
    expect(bad.ok ? [] : bad.problems).toMatchObject([{ file: 'scenario', pointer: '/suppliers/2/latitude' }]);
  });

  it('takes a value away before it judges where to move it (RFC 6902, 4.4)', () => {
    const document = { list: ['a', 'b', 'c'], rows: [{ k: 1 }, { k: 2 }] };
    expect(patched([{ op: 'move', from: '/list/0', path: '/list/2' }], document)).toMatchObject({
      list: ['b', 'c', 'a'],
    });
    expect(patched([{ op: 'move', from: '/list/0', path: '/rows/1/x' }], document)).toMatchObject({
      rows: [{}, { x: 'a' }],
    });
    expect(refusal([{ op: 'move', from: '/list/0', path: '/list/3' }], PATCH_LIMITS, document)[0]).toContain('/0/path');
  });

  it('copies values, so that the copy is another one', () => {
    const twice = patched(
      [
        { op: 'copy', from: '/rows/0', path: '/rows/-' },
        { op: 'replace', path: '/rows/1/k', value: 2 },
      ],
      { rows: [{ k: 1 }] },
    );
    expect(twice).toEqual({ rows: [{ k: 1 }, { k: 2 }] });
  });

  it('reads ~1 and ~0 in keys, and keys that every object of JavaScript inherits as absent', () => {
    expect(patched([{ op: 'test', path: '/a~1b~0c', value: 1 }], { 'a/b~c': 1 })).toEqual({ 'a/b~c': 1 });
    expect(refusal([{ op: 'remove', path: '/toString' }])[0]).toContain(
      '/0/path [no-such-place] patch: [0].path: the sc',
    );
  });
});

describe('a patch is refused', () => {
  it.each([
    ['that is no list', { op: 'add' }, ' [not-a-list] patch: not a JSON Patch, found a block of keys and values, exp'],
    ['of which an operation is no block', ['x'], '/0 [not-a-block] patch: [0]: not a block, found "x"'],
    ['without op', [{ path: '/name' }], '/0/op [missing-value] patch: [0].op: no op, expected add, remove, replace'],
    ['with an op that is none', [{ op: 'replce', path: '/a', value: 1 }], '/0/op [unknown-word] patch: [0].op: not an'],
    ['without path', [{ op: 'remove' }], '/0/path [missing-value] patch: [0].path: no path, expected a JSON pointer'],
    ['without value', [{ op: 'add', path: '/name' }], '/0/value [missing-value] patch: [0].value: add needs a value'],
    ['without from', [{ op: 'copy', path: '/name' }], '/0/from [missing-value] patch: [0].from: no from'],
    ['with dots', [{ op: 'remove', path: 'rules.0' }], '/0/path [bad-pointer] patch: [0].path: not a JSON pointer'],
    ['with a bad escape', [{ op: 'remove', path: '/a~2' }], '/0/path [bad-pointer]'],
    [
      'of the whole',
      [{ op: 'replace', path: '', value: {} }],
      '/0/path [whole-document] patch: [0].path: the whole sce',
    ],
    ['of a prototype', [{ op: 'add', path: '/__proto__/x', value: 1 }], '/0/path [forbidden-key]'],
    ['of a constructor', [{ op: 'add', path: '/constructor', value: 1 }], '/0/path [forbidden-key]'],
    ['from a prototype', [{ op: 'copy', from: '/a/prototype', path: '/x' }], '/0/from [forbidden-key]'],
    ['with a prototype inside', [{ op: 'add', path: '/x', value: [JSON.parse('{"__proto__":1}')] }], '/0/value [forbi'],
    [
      'for a key that is not there',
      [{ op: 'replace', path: '/nmae', value: 'x' }],
      'has no key nmae, expected name, calendar',
    ],
    [
      'beyond a table',
      [{ op: 'remove', path: '/suppliers/3' }],
      '/0/path [no-such-place] patch: [0].path: /suppliers ends',
    ],
    ['after the end', [{ op: 'replace', path: '/suppliers/-', value: 1 }], '/suppliers ends before -'],
    [
      'by name',
      [{ op: 'remove', path: '/suppliers/S1' }],
      '/suppliers is a list, and S1 is no index, expected an index: 0 ',
    ],
    ['with 01', [{ op: 'remove', path: '/suppliers/01' }], 'and 01 is no index'],
    [
      'within a value',
      [{ op: 'add', path: '/name/x', value: 1 }],
      '/name is a single value, expected the path to end th',
    ],
    ['into itself', [{ op: 'move', from: '/costs', path: '/costs/x' }], 'a value cannot be moved into itself'],
    [
      'whose test fails',
      [{ op: 'test', path: '/suppliers/0/supplier', value: 'S2' }],
      '/0/value [failed-test] patch: [0].value: the test fails at /suppliers/0/supplier, found "S1", expected "S2"',
    ],
  ])('%s', (_what, patch, words) => {
    expect(refusal(patch).join('\n')).toContain(words);
  });

  it('with every operation that is none at once, but only the first that cannot be done', () => {
    const none = [
      { op: 'x', path: '/name' },
      { op: 'remove', path: '/name' },
      { op: 'remove', path: 3 },
    ];
    expect(refusal(none).map((line) => line.split(' ')[0])).toEqual(['/0/op', '/2/path']);
    const late = [
      { op: 'remove', path: '/name' },
      { op: 'remove', path: '/name' },
      { op: 'remove', path: '/nothing' },
    ];
    expect(refusal(late).map((line) => line.split(' ')[0])).toEqual(['/1/path']);
  });

  it('that adds where it should replace is told the other', () => {
    const [line] = refusal([{ op: 'replace', path: '/suppliers/0/surge', value: 0.2 }]);
    expect(line).toContain('/suppliers/0 has no key surge');
    expect(line).toContain('; to put in what is not there yet, op add');
  });

  it('that grows without end, is too long or too deep', () => {
    const copies = Array.from({ length: 60 }, (_, at) => ({ op: 'copy', from: '/items', path: `/x${at}` }));
    const doubling = Array.from({ length: 60 }, () => ({ op: 'copy', from: '/costs', path: '/costs/x' }));
    expect(refusal(copies, { ...PATCH_LIMITS, mostValues: 500 })[0]).toContain('[too-large] patch: [');
    expect(refusal(doubling)[0]).toContain('nested deeper than can be read');
    expect(refusal(Array(1_001).fill({ op: 'remove', path: '/name' }))[0]).toContain('too many operations, found 1001');
    const text = [{ op: 'add', path: '/name', value: 'x'.repeat(101) }];
    expect(refusal(text, { ...PATCH_LIMITS, mostCharacters: 100 })[0]).toContain('/0/value [too-large]');
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(refusal([{ op: 'add', path: '/x', value: deep }])[0]).toContain('/0/value [too-deep]');
  });

  it('leaves the prototypes of everybody alone', () => {
    refusal([{ op: 'add', path: '/suppliers/__proto__/polluted', value: true }]);
    refusal([{ op: 'copy', from: '/suppliers/0', path: '/costs/__proto__' }]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

const pointer = fc
  .array(fc.constantFrom('suppliers', 'rules', 'costs', '0', '1', '-', '99', 'x', '__proto__', 'name', 'scope', '~1'), {
    maxLength: 4,
  })
  .map((parts) => parts.map((part) => `/${part}`).join(''));

const operation = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record(
      {
        op: fc.constantFrom('add', 'remove', 'replace', 'move', 'copy', 'test', 'merge'),
        path: pointer,
        from: pointer,
        value: fc.jsonValue({ maxDepth: 2 }),
      },
      { requiredKeys: ['op', 'path', 'from'] },
    ),
  },
  { weight: 1, arbitrary: fc.jsonValue() },
);

property.prop([fc.oneof(fc.array(operation, { maxLength: 6 }), fc.jsonValue())], { numRuns: 300 })(
  'any patch is applied or refused, and the patched scenario accepted or refused, without a throw',
  async (patch) => {
    const applied = applyScenarioPatch(tiny, patch);
    if (!applied.ok)
      expect(applied.problems.every(({ file, pointer: at }) => file === 'patch' && at !== undefined)).toBe(true);
    else expect(typeof (await parseScenarioDocument(applied.value)).ok).toBe('boolean');
  },
);
