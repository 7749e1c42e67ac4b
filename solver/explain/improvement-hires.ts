import type { RuleOf } from '../../scenarios/domain/rule.ts';
import { grouped } from '../../scenarios/grouped.ts';
import { isSoft } from '../../scenarios/soft-rules.ts';
import { hireMoreAt, hireMoreIn, suppliersOf } from './changes/hires.ts';
import type { Candidate, Ground, Maker } from './improvement-candidates.ts';
import { byFirm } from './improvement-candidates.ts';

/** Part of a limit that counts as all of it. */
const FULL = 1 - 1e-6;

/** The most people whom some firms hire in a period of the plan. */
function mostHired({ plan }: Ground, firms: ReadonlySet<string>): number {
  const inPeriod = new Map<string, number>();
  for (const { supplier, period, heads } of plan.hires) {
    if (firms.has(supplier)) inPeriod.set(period, (inPeriod.get(period) ?? 0) + heads);
  }
  return Math.max(0, ...inPeriod.values());
}

/** A candidate with how far the plan uses the limit that it raises. */
interface Limited {
  readonly candidate: Candidate;
  readonly isReached: boolean;
}

const hire = { kind: 'add-hire', amount: 1, price: null } as const;

function atFirms(ground: Ground, rule: RuleOf<'labour'>): readonly Limited[] {
  const { scenario, problem } = ground;
  const most = rule.hiresPerPeriod;
  if (most === undefined) return [];
  const able = new Set(problem.candidates.map(({ supplier }) => supplier.supplier));
  return suppliersOf(scenario, rule)
    .filter((supplier) => able.has(supplier))
    .sort(byFirm(ground))
    .map((supplier) => ({
      candidate: { ...hire, ...hireMoreAt(scenario, rule, supplier), supplier },
      isReached: mostHired(ground, new Set([supplier])) >= most * FULL,
    }));
}

function inRegions(ground: Ground, rule: RuleOf<'labour'>): readonly Limited[] {
  const { scenario, problem } = ground;
  const most = rule.regionHiresPerPeriod;
  if (most === undefined) return [];
  const own = new Set(suppliersOf(scenario, rule));
  const able = problem.candidates.filter(({ supplier }) => own.has(supplier.supplier));
  const order = byFirm(ground);
  const regions = grouped(
    able.map(({ supplier }) => supplier).sort((left, right) => order(left.supplier, right.supplier)),
    ({ region }) => region ?? '',
  );
  return [...regions].map(([region, firms]) => ({
    candidate: { ...hire, ...hireMoreIn(scenario, rule, region), supplier: null, region },
    isReached: mostHired(ground, new Set(firms.map(({ supplier }) => supplier))) >= most * FULL,
  }));
}

/**
 * One more hire a period at one firm or in one region, for each limit of the hard labour rules; those that the plan uses up come first. No
 * format prices a hire. Soft rules give way by themselves.
 */
export const moreHires: Maker = (ground) => {
  const found = ground.scenario.rules.flatMap((rule) =>
    rule.rule === 'labour' && !isSoft(rule) ? [...atFirms(ground, rule), ...inRegions(ground, rule)] : [],
  );
  return [...found.filter(({ isReached }) => isReached), ...found.filter(({ isReached }) => !isReached)].map(
    ({ candidate }) => candidate,
  );
};
