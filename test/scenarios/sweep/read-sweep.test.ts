import { describe, expect, test } from 'vitest';
import { describeProblem } from '../../../scenarios/domain/input-problem.ts';
import { parseSweep, readSweepFile } from '../../../scenarios/read-sweep.ts';
import { readTypedValues, readValues } from '../../../scenarios/wire/sweep/values.ts';

const SWEEP = `scenario: ../crane
design: grid
axes:
  - { name: multiplier, path: /programmes/0/demand/multiplier, values: [2, 3, 3.5, 4] }
  - { name: cap, path: /rules/0/max, values: "range(0.5, 0.7, 0.1)" }
  - name: lost
    cases: { none: [], S017: [{ op: add, path: /rules/-, value: { rule: exclude, suppliers: [S017] } }] }
metrics: [gap, cost]
`;

test('a sweep file is read', () => {
  const read = readSweepFile('sweep.yaml', SWEEP);
  expect(read).toMatchObject({
    ok: true,
    value: {
      scenario: '../crane',
      sweep: {
        design: { kind: 'grid' },
        axes: [{ name: 'multiplier' }, { values: [0.5, 0.6, 0.7] }, { name: 'lost' }],
        metrics: ['gap', 'cost'],
      },
    },
  });
});

const told = (text: string) => {
  const read = readSweepFile('sweep.yaml', text);
  return read.ok ? [] : read.problems.map(describeProblem);
};

describe('what is wrong is told all at once, each with its line', () => {
  test('keys, paths, values and metrics', () => {
    expect(
      told(`scenario: ../crane
desing: grid
axes:
  - { name: multiplier, path: programmes, values: [] }
  - { name: cap, path: /rules/0/max, values: "range(1, 0, 1)" }
  - { name: lost, cases: { none: nothing } }
metrics: [price]
`),
    ).toMatchInlineSnapshot(`
      [
        "sweep.yaml:7: metrics[0]: not a known word, found "price", expected cost, costBound, gap, shortfall, shortfallBound, unprotected, unprotectedBound, multiple, members, awards, newMembers, production, bought, transport, onboarding, qualification, certificates, capex, hiring, stock or commitments",
        "sweep.yaml:2: desing: unknown key "desing"; did you mean design?, expected scenario, design, samples, seed, metrics, pareto or axes",
        "sweep.yaml:4: axes[0].path: not understood, found "programmes", expected a JSON pointer into the scenario, like /programmes/0/demand/multiplier",
        "sweep.yaml:4: axes[0].values: an empty list, found a list, expected at least one value",
        "sweep.yaml:5: axes[1].values: not understood, found "range(1, 0, 1)", expected a list of values, range(first, last, step) or between(from, to)",
        "sweep.yaml:6: axes[2].cases.none: not a list, found "nothing", expected a list of JSON Patch operations, [] for none",
      ]
    `);
  });

  test('names, intervals and lengths that do not fit together', () => {
    expect(
      told(`scenario: ../crane
design: list
axes:
  - { name: a, path: /a, values: [1, 2] }
  - { name: a, path: /b, values: [1, 2, 3] }
  - { name: c, path: /c, values: "between(1, 2)" }
`),
    ).toMatchInlineSnapshot(`
      [
        "sweep.yaml:5: axes[1].name: two axes of one name, found "a", expected a name of its own",
        "sweep.yaml:6: axes[2].values: a list has no values from an interval, expected design: latin-hypercube, or a list of values or range(first, last, step)",
        "sweep.yaml:5: axes[1]: a list with axes of several lengths, found 3 values, expected 2, as the first axis has; or design: grid",
      ]
    `);
  });

  test('samples where there are none, and none where there should be', () => {
    expect(told('axes: [{ name: a, path: /a, values: [1] }]\nsamples: 3\n')).toMatchInlineSnapshot(`
      [
        "sweep.yaml:2: samples: a grid has no samples, found 3, expected design: latin-hypercube, or no samples",
      ]
    `);
    expect(told('axes: [{ name: a, path: /a, values: [1] }]\ndesign: latin-hypercube\n')).toMatchInlineSnapshot(`
      [
        "sweep.yaml:2: design: no samples, expected samples: a whole number from 1 to 10000",
      ]
    `);
  });

  test('more cases than anybody could mean', () => {
    const axes = ['a', 'b', 'c'].map((name) => `  - { name: ${name}, path: /${name}, values: "range(1, 100)" }`);
    expect(told(`axes:\n${axes.join('\n')}\n`)).toMatchInlineSnapshot(`
      [
        "sweep.yaml:1: axes: too many cases, found 1000000, expected at most 10000",
      ]
    `);
  });

  test('a JSON value that is no sweep', () => {
    expect(parseSweep([1])).toMatchObject({ ok: false, problems: [{ code: 'not-a-block', file: 'sweep' }] });
    expect(parseSweep({ axes: [{ name: 'a', path: '/a', values: [{}] }] })).toMatchObject({
      ok: false,
      problems: [{ pointer: '/axes/0/values/0' }],
    });
  });
});

describe('values in words', () => {
  test.each([
    ['range(2, 4, 0.5)', [2, 2.5, 3, 3.5, 4]],
    ['range(0, 0.3, 0.1)', [0, 0.1, 0.2, 0.3]],
    ['range(3, 1, -1)', [3, 2, 1]],
    ['range(1,3)', [1, 2, 3]],
    ['between(2, 4)', { from: 2, to: 4 }],
    ['between(4, 2)', undefined],
    ['range(1, 2, 0)', undefined],
    ['range(0, 1e9)', undefined],
    ['from 1 to 3', undefined],
  ])('%s', (text, values) => expect(readValues(text)).toEqual(values));

  test.each([
    ['2,3.5,-1e3', [2, 3.5, -1000]],
    ['true, false,null', [true, false, null]],
    ['linear,s-curve', ['linear', 's-curve']],
    ['2,,3', undefined],
    ['', undefined],
  ])('%s on a command line', (text, values) => expect(readTypedValues(text)).toEqual(values));
});
