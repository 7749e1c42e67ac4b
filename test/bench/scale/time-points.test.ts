import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import { watchPoints } from './time-points.ts';

type Figures = readonly [value: number, bound: number];

/** As much of a plan as is looked at. */
const planWith = (shortfall: Figures, cost: Figures): Plan => {
  const aim = (name: 'shortfall' | 'cost', [value, bound]: Figures) => ({ aim: name, value, bound, gap: 0 });
  return { aims: [aim('shortfall', shortfall), aim('cost', cost)] } as unknown as Plan;
};

/** A clock that is set by hand, and a watch that reads it. */
function watched() {
  const clock = { seconds: 0 };
  return { clock, watch: watchPoints(() => clock.seconds, 0.005) };
}

const progress = (aim: 'shortfall' | 'cost', bound: number | null) => ({
  ...{ aim, bound, stage: 'any', incumbent: null, gap: null, seconds: 0 },
});

describe('the time to a gap', () => {
  it('is when a whole plan is within it of the bound, whichever of both comes last', () => {
    const { clock, watch } = watched();
    clock.seconds = 3;
    watch.better(planWith([0, 0], [1000, 900]));
    clock.seconds = 5;
    watch.progress(progress('cost', 991));
    clock.seconds = 8;
    watch.better(planWith([0, 0], [995, 950]));
    expect(watch.points()).toEqual({ first: 3, onePercent: 5, halfPercent: 8 });
  });

  it('does not begin before the shortfall is settled', () => {
    const { clock, watch } = watched();
    clock.seconds = 2;
    watch.better(planWith([10, 0], [1000, 1000]));
    clock.seconds = 4;
    watch.better(planWith([10, 9.96], [1000, 1000]));
    expect(watch.points()).toEqual({ first: 2, onePercent: 4, halfPercent: 4 });
  });

  it('does not count bounds of the shortfall, nor bounds from before a plan that is settled', () => {
    const { watch } = watched();
    watch.progress(progress('cost', 1000));
    watch.better(planWith([0, 0], [1000, 900]));
    watch.progress(progress('shortfall', 1000));
    watch.progress(progress('cost', null));
    expect(watch.points()).toEqual({ first: 0, onePercent: null, halfPercent: null });
  });

  it('is not reached without a plan', () => {
    const { watch } = watched();
    watch.better({ aims: [] } as unknown as Plan);
    expect(watch.points()).toEqual({ first: null, onePercent: null, halfPercent: null });
  });
});
