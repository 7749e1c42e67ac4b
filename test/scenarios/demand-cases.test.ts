import { expect, test } from 'vitest';
import { futuresOf, shownCase, shownScenario } from '../../scenarios/demand-cases.ts';
import { explodeBom } from '../../scenarios/explode-bom.ts';
import { finalDemand } from '../../scenarios/final-demand.ts';
import { parseScenarioDocument } from '../../scenarios/parse-document.ts';
import { parsed } from '../support/plan-small.ts';
import { scenario } from '../support/scenario-builder.ts';

/** A crane that ramps up from 4 to 8 over three quarters, with 1 spare crane, and 10 spare booms in the second. */
const cranes = (demandCases: unknown) =>
  ({
    ...scenario({
      periods: 3,
      programmes: [
        { product: 'CRANE', weight: 1, demand: { baseline: 4, multiplier: 2, reach: '2026-Q3', shape: 'linear' } },
      ],
      bom: [['CRANE', 'BOOM', 1]],
      routing: [['BOOM', 'welding', 1]],
      demand: [
        ['BOOM', '2026-Q2', 10],
        ['CRANE', '2026-Q1', 1],
      ],
      capacity: [['S1', 'welding', 100]],
    }),
    demandCases,
  }) as Parameters<typeof parsed>[0];

const problemsOf = async (demandCases: unknown) => {
  const checked = await parseScenarioDocument(JSON.parse(JSON.stringify(cranes(demandCases))));
  return checked.ok
    ? []
    : checked.problems.map(({ pointer, message, expected }) => `${pointer}: ${message}; ${expected}`);
};

test('a case multiplies all demand, and replaces the ramp and the factor of what it names', async () => {
  const stated = await parsed(
    cranes([
      { name: 'low', probability: 0.25, factor: 0.5 },
      { name: 'usual', probability: 0.5 },
      {
        ...{ name: 'high', probability: 0.25, factor: 2 },
        demand: [
          { item: 'CRANE', multiplier: 3, reach: '2026-Q2', shape: 'step' },
          { item: 'BOOM', factor: 1.5 },
        ],
      },
    ]),
  );
  const wanted = futuresOf(stated).map((future) => {
    const exploded = explodeBom(future.scenario);
    if (!exploded.ok) throw new Error('a cycle');
    return finalDemand(future.scenario, exploded.explosion).map(({ item, baseline, required }) => [
      ...[item, baseline],
      ...required.subarray(1, 4),
    ]);
  });
  expect(wanted).toEqual([
    [
      ['BOOM', null, 0, 5, 0],
      ['CRANE', 4, 2.5, 3, 4],
    ],
    [
      ['BOOM', null, 0, 10, 0],
      ['CRANE', 4, 5, 6, 8],
    ],
    [
      ['BOOM', null, 0, 30, 0],
      ['CRANE', 4, 10, 24, 24],
    ],
  ]);
});

test('a plan shows the case called expected, else the first of the most probable', async () => {
  const some = [
    { name: 'low', probability: 0.4 },
    { name: 'high', probability: 0.4 },
    { name: 'expected', probability: 0.2 },
  ];
  expect([shownCase(some), shownCase(some.slice(0, 2)), shownCase([])]).toEqual([2, 0, -1]);
  const certain = await parsed(cranes([]));
  expect(certain).not.toHaveProperty('demandCases');
  expect(shownScenario(certain)).toBe(certain);
});

test('the probabilities of all cases add up to 1', async () => {
  const third = (name: string, probability: number) => ({ name, probability });
  expect(await problemsOf([third('a', 0.333333), third('b', 0.333333), third('c', 0.333333)])).toEqual([]);
  expect(await problemsOf([third('a', 0.5), third('b', 0.49)])).toEqual([
    '/demandCases: the probabilities of the demand cases do not add up to 1; probabilities that add up to 1',
  ]);
});

test('all that is wrong with demand cases is told at once', async () => {
  const problems = await problemsOf([
    {
      ...{ name: 'high', probability: 0.5 },
      demand: [
        { item: 'CRANE', reach: '2030-Q1' },
        { item: 'CRANE', factor: 2 },
        { item: 'BOOM', multiplier: 2 },
        { item: 'S1', factor: 2 },
      ],
    },
    { name: 'high', probability: 0.4, demand: [{ item: 'BOOM' }] },
  ]);
  expect(problems).toEqual([
    '/demandCases/0/demand/0/reach: outside the horizon; a period from 2026-Q1 to 2026-Q3',
    '/demandCases/0/demand/1/item: the case changes the demand for CRANE already, in /demandCases/0/demand/0/item; undefined',
    '/demandCases/0/demand/2/multiplier: no programme states a ramp of BOOM, so it has no multiplier; a factor on its rows of the demand table',
    expect.stringMatching(/^\/demandCases\/0\/demand\/3\/item: unknown item/),
    '/demandCases/1/name: another demand case is called high, in /demandCases/0/name; undefined',
    '/demandCases/1/demand/0: nothing is changed for BOOM; factor, multiplier, reach or shape',
    '/demandCases: the probabilities of the demand cases do not add up to 1; probabilities that add up to 1',
  ]);
  expect(await problemsOf([{ name: 'none', probability: 0 }])).toEqual([
    '/demandCases/0/probability: out of range; a number above 0, up to 1',
  ]);
  expect(await problemsOf([{ name: 'a', probability: 1, factor: 0, chance: 1 }])).toHaveLength(2);
  expect(await problemsOf('high')).toEqual(['/demandCases: not a list; a list of demand cases, or [] for none']);
});

test('a rule by which hours fall is refused beside demand cases, and only beside them', async () => {
  const learning = { rule: 'learning', id: 'practice', model: 'wright', rate: 0.9, floor: 0.5 };
  const stating = async (demandCases: unknown) => {
    const checked = await parseScenarioDocument(
      JSON.parse(JSON.stringify({ ...cranes(demandCases), rules: [learning] })),
    );
    return checked.ok ? [] : checked.problems.map(({ pointer, code, message }) => ({ pointer, code, message }));
  };
  expect(await stating([])).toEqual([]);
  expect(await stating([{ name: 'usual', probability: 1 }])).toEqual([
    {
      pointer: '/rules/0/rule',
      code: 'not-implemented',
      message:
        'by the rule practice hours fall with what is made, which is another in each demand case; the two are not planned together yet',
    },
  ]);
});
