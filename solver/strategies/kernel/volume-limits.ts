import { pairsInScope, periodsInScope, volumeWithin } from '../../constraints/scope.ts';
import type { PlanningProblem } from '../../problem.ts';
import { type PeriodRows, periodRows } from './period-rows.ts';

/** Units over the horizon that share rules and share locks leave to an awarded pair, by pair of the problem. */
interface VolumeLimits {
  readonly most: Float64Array;
  readonly least: Float64Array;
}

/** A rule over some periods is read over all where that is no stricter: Σ over all ≥ Σ over some ≥ floor. */
export function volumeLimits(problem: PlanningProblem): VolumeLimits {
  const most = new Float64Array(problem.pairs.length).fill(Number.POSITIVE_INFINITY);
  const least = new Float64Array(problem.pairs.length);
  for (const rule of problem.scenario.rules) {
    if (rule.rule === 'lock' && rule.share !== undefined) {
      const total = problem.packages.find(({ item }) => item.item === rule.item)?.total ?? 0;
      for (const pair of problem.pairsOf.get(rule.item ?? '') ?? []) {
        if (problem.pairs[pair]!.supplier !== rule.supplier) continue;
        most[pair] = Math.min(most[pair]!, rule.share * total);
        least[pair] = Math.max(least[pair]!, rule.share * total);
      }
    }
    if (rule.rule !== 'share-cap' && rule.rule !== 'share-floor') continue;
    const { from, to } = periodsInScope(rule.scope, problem);
    for (const { workPackage, pairs } of pairsInScope(rule.scope, problem)) {
      const all = volumeWithin(workPackage.required, { from, to });
      for (const pair of pairs) {
        const { available } = problem.pairs[pair]!;
        const within = available.every((can, t) => !can || (t >= from && t <= to));
        const able = workPackage.required.map((units, t) => (available[t] ? units : 0));
        const required = rule.per === 'period' ? volumeWithin(able, { from, to }) : all;
        if (rule.rule === 'share-floor') least[pair] = Math.max(least[pair]!, rule.min * required);
        else if (within) most[pair] = Math.min(most[pair]!, rule.max * required);
      }
    }
  }
  return { most, least };
}

/**
 * Most units of a pair in each period: by share caps; and without stock and backlog what the package needs of it at full demand, which
 * its balance implies, as stock can only fall then. Pairs of a package under the same rules share a row.
 */
export function periodLimits(problem: PlanningProblem, original: readonly number[]): PeriodRows {
  const { horizon, scenario, pairs, packages, demands, needs } = problem;
  const limits = new Map<string, Float64Array>();
  const keyOf = new Array<string>(pairs.length).fill('');
  const tighten = (pair: number, name: string, most: (t: number) => number) => {
    const key = `${keyOf[pair]}|${name}`;
    const known = limits.get(key);
    const before = limits.get(keyOf[pair]!);
    keyOf[pair] = key;
    if (known) return;
    limits.set(
      key,
      Float64Array.from({ length: horizon }, (_, t) => Math.min(before?.[t] ?? Infinity, most(t + 1))),
    );
  };
  if (scenario.policy.stock === 'none' && scenario.policy.backlog === 'lost') {
    for (const { item } of packages) {
      const full = (t: number) =>
        needs(item.item, t).reduce(
          (sum, { kind, of, at, quantity }) => sum + (kind === 'delivery' ? quantity * demands[of]!.required[at]! : 0),
          0,
        );
      for (const pair of problem.pairsOf.get(item.item) ?? []) tighten(pair, item.item, full);
    }
  }
  scenario.rules.forEach((rule, number) => {
    if (rule.rule !== 'share-cap') return;
    const { from, to } = periodsInScope(rule.scope, problem);
    for (const { workPackage, pairs: own } of pairsInScope(rule.scope, problem)) {
      const all = volumeWithin(workPackage.required, { from, to });
      const cap = (t: number) => rule.max * (rule.per === 'period' ? workPackage.required[t]! : all);
      for (const pair of own)
        tighten(pair, `${number} ${workPackage.item.item}`, (t) => (t >= from && t <= to ? cap(t) : Infinity));
    }
  });
  return periodRows(original, horizon, (pair) => limits.get(keyOf[pair]!));
}
