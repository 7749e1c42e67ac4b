import { describe, expect, test } from 'vitest';
import { FIRST_PLAN, type Told, timelineOf } from '../../../src/services/timeline.ts';

type Figure = number | null;

const at = (seconds: number, aim: 'shortfall' | 'cost', incumbent: Figure, bound: Figure, stage = 'search'): Told => ({
  ...{ seconds, aim, stage, incumbent, bound },
  gap: null,
});
const planAt = (seconds: number, shortfall: readonly [number, number], cost: readonly [number, number]): Told => ({
  seconds,
  plan: [
    { aim: 'shortfall', value: shortfall[0], bound: shortfall[1] },
    { aim: 'cost', value: cost[0], bound: cost[1] },
  ],
});
/** `3 cost plan 100 0.2`: a row in short. */
const rows = (...told: Told[]) =>
  timelineOf(told).map(({ seconds, aim, kind, value, gap }) => `${seconds} ${aim} ${kind} ${value} ${gap}`);

describe('the time-line of a solve', () => {
  test('has a row for each better plan and each better bound, and none for what is no better', () => {
    expect(
      rows(
        at(1, 'cost', null, 50),
        at(2, 'cost', 100, 50),
        at(3, 'cost', 100, 50),
        at(4, 'cost', 110, 40),
        at(5, 'cost', 100 - 1e-9, 50 + 1e-9),
        at(6, 'cost', 80, 60),
      ),
    ).toEqual(['1 cost bound 50 null', '2 cost plan 100 0.5', '6 cost plan 80 0.25', '6 cost bound 60 0.25']);
  });

  test('puts what was told in any order into the order of time', () => {
    expect(rows(at(6, 'cost', 80, null), at(2, 'cost', 100, null))).toEqual([
      '2 cost plan 100 null',
      '6 cost plan 80 null',
    ]);
  });

  test('leaves out the figures of the stage that mixes units and euro, and names it as where the first plan came from', () => {
    const told = [at(1, 'cost', 7, 3, FIRST_PLAN), planAt(2, [0, 0], [100, 90])];
    expect(rows(...told)).toEqual(['2 shortfall plan 0 0', '2 cost plan 100 0.1', '2 cost bound 90 0.1']);
    expect(timelineOf(told)[0]?.stage).toBe(FIRST_PLAN);
  });

  test('counts a plan with less shortfall as better although it costs more, and its cost is what is bettered from then on', () => {
    expect(
      rows(
        planAt(1, [5, 0], [100, 0]),
        planAt(2, [3, 0], [120, 0]),
        planAt(3, [5, 0], [90, 0]),
        at(4, 'cost', 115, null),
      ),
    ).toEqual([
      '1 shortfall plan 5 null',
      '1 cost plan 100 null',
      '2 shortfall plan 3 null',
      '2 cost plan 120 null',
      '4 cost plan 115 null',
    ]);
  });

  test('forgets the cost of earlier plans when a search finds one with less shortfall', () => {
    expect(rows(planAt(1, [5, 0], [100, 0]), at(2, 'shortfall', 4, 0), planAt(3, [4, 0], [130, 0]))).toEqual([
      '1 shortfall plan 5 null',
      '1 cost plan 100 null',
      '2 shortfall plan 4 null',
      '3 cost plan 130 null',
    ]);
  });

  test('measures the gap by the plan and the bound known then', () => {
    expect(rows(at(1, 'shortfall', 4, 1), at(2, 'shortfall', 2, 1), at(3, 'shortfall', 2, 2))).toEqual([
      '1 shortfall plan 4 0.75',
      '1 shortfall bound 1 0.75',
      '2 shortfall plan 2 0.5',
      '3 shortfall bound 2 0',
    ]);
  });

  test('is empty where nothing was found', () => {
    expect(rows(at(1, 'cost', null, null), { seconds: 2, plan: [] })).toEqual([]);
  });

  test('ends with the plan of the answer, whatever clock it was told by', () => {
    const end = { seconds: 0.5, plan: [{ aim: 'cost', value: 70, bound: 70 }] } as const;
    expect(timelineOf([at(6, 'cost', 80, 60)], end).slice(2)).toMatchObject([
      { seconds: 6, kind: 'plan', value: 70, gap: 0 },
      { seconds: 6, kind: 'bound', value: 70, gap: 0 },
    ]);
  });

  test('tells seconds to a thousandth', () => {
    expect(rows(at(1.23456, 'cost', 1, null))).toEqual(['1.235 cost plan 1 null']);
  });
});
