import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaseStatus } from '../../../../scenarios/domain/sweep.ts';
import { NO_METRICS } from '../../../../src/services/batch/case-metrics.ts';
import { paretoFront } from '../../../../src/services/batch/pareto.ts';
import type { CaseRow } from '../../../../src/services/batch/run-batch.ts';
import { stableCore } from '../../../../src/services/batch/stable-core.ts';

interface Point {
  readonly cost: number;
  readonly multiple: number;
  readonly status: CaseStatus;
  readonly members: readonly string[];
}

const rowOf = ({ cost, multiple, status, members }: Point, at: number): CaseRow => ({
  case: { number: at + 1, values: {}, patch: [] },
  seconds: null,
  result: {
    ...{ key: '', sha256: null, hit: null, digest: null, conflict: [], reason: null, status, members },
    metrics: status === 'optimal' ? { ...NO_METRICS, cost, multiple } : NO_METRICS,
  },
});

const point: fc.Arbitrary<Point> = fc.record({
  cost: fc.integer({ min: 0, max: 6 }),
  multiple: fc.integer({ min: 0, max: 6 }),
  status: fc.constantFrom<CaseStatus>('optimal', 'optimal', 'optimal', 'infeasible', 'invalid'),
  members: fc.subarray(['S1', 'S2', 'S3', 'S4'], { minLength: 1 }),
});
const points = fc.array(point, { maxLength: 30 });

const beats = (one: Point, other: Point): boolean =>
  one.cost <= other.cost && one.multiple >= other.multiple && (one.cost < other.cost || one.multiple > other.multiple);

describe('the Pareto front', () => {
  test('has exactly the planned cases that no other beats: cheap, and high in the multiple', () => {
    fc.assert(
      fc.property(points, (drawn) => {
        const front = paretoFront(drawn.map(rowOf), ['cost', 'multiple']);
        const planned = drawn.filter(({ status }) => status === 'optimal');
        drawn.forEach((own, at) => {
          const isBest = own.status === 'optimal' && !planned.some((other) => beats(other, own));
          expect(front.has(at + 1)).toBe(isBest);
        });
        expect(front.size > 0).toBe(planned.length > 0);
      }),
    );
  });

  test('leaves out a case without one of the figures', () => {
    const one = rowOf({ cost: 1, multiple: 1, status: 'optimal', members: [] }, 0);
    expect([...paretoFront([one], ['cost', 'unprotected'])]).toEqual([]);
  });
});

test('the stable core is in every plan, each other firm in some and not in all; cases without a plan do not count', () => {
  fc.assert(
    fc.property(points, (drawn) => {
      const { planned, core, swing } = stableCore(drawn.map(rowOf));
      const plans = drawn.filter(({ status }) => status === 'optimal').map(({ members }) => members);
      expect(planned).toBe(plans.length);
      for (const supplier of ['S1', 'S2', 'S3', 'S4']) {
        const cases = plans.filter((members) => members.includes(supplier)).length;
        expect(core.includes(supplier)).toBe(cases > 0 && cases === plans.length);
        const own = swing.find((row) => row.supplier === supplier);
        expect(own?.cases ?? 0).toBe(cases === plans.length ? 0 : cases);
      }
    }),
  );
});
