import type { Column, Term } from '../model/model-builder.ts';
import { hoursIn } from '../planning-pair.ts';
import { lastStartOf } from '../timing.ts';
import type { Formulation, StructuralConstraint } from './constraint.ts';
import { mostHoursOf } from './hours-worked.ts';
import { largestUsefulOutput } from './largest-useful-output.ts';

/**
 * Where a rule makes it matter when the onboarding of supplier s starts, with s[s,τ] ∈ {0, 1}, lead[s,w] periods from there to the first
 * output (start in τ ⇒ first output in τ + lead at the earliest), C the most hours of a process:
 *
 *   Σ_τ s[s,τ] = m[s];   a[s,w] ≤ Σ_{τ ≤ last − lead[s,w]} s[s,τ], last being the last period in which the pair can produce;
 *   Σ_{w: lead[s,w] ≥ ℓ} h[s,w,p]·x[s,w,t] ≤ C[s,p,t]·Σ_{τ ≤ t − ℓ} s[s,τ]   for each process p, period t and lead ℓ of a pair of s;
 *   x[s,w,t] ≤ M[s,w,t]·Σ_{τ ≤ t − lead[s,w]} s[s,τ]   for a pair without hours
 *
 * So an award is ready in time for at least one period in which it could produce, be it as a standby.
 */
export const onboardingStart: StructuralConstraint = {
  name: 'onboarding-start',
  effect: 'restricts',
  relax: 'Shorten onboarding, qualification or what else a supplier waits for.',
  formulate(formulation) {
    const { problem, variables, builder } = formulation;
    problem.candidates.forEach(({ supplier, pairs, lastStart }, candidate) => {
      if (lastStart === null) return;
      const starts = Array.from({ length: lastStart }, (_, at) => variables.started(candidate, at + 1)!);
      const member = { column: variables.member(candidate), value: -1 };
      const once = starts.map((column) => ({ column, value: 1 }));
      builder.row(`onboarding-start|${supplier.supplier}`, [...once, member], { lower: 0, upper: 0 });
      for (const pair of pairs) {
        const last = lastStartOf(problem.pairs[pair]!);
        if (last >= lastStart) continue;
        const award = { column: variables.awarded(pair), value: 1 };
        const name = `onboarding-start|${supplier.supplier}|${problem.pairs[pair]!.item}`;
        builder.row(name, [award, ...upTo(starts, last, -1)], { upper: 0 });
      }
      writeHours(formulation, candidate, starts);
      writeWithoutHours(formulation, candidate, starts);
    });
  },
};

/** The starts up to a period, each times a factor. */
const upTo = (starts: readonly Column[], last: number, factor: number): Term[] =>
  starts.slice(0, Math.max(0, last)).map((column) => ({ column, value: factor }));

function writeHours({ problem, variables, builder }: Formulation, candidate: number, starts: readonly Column[]): void {
  const { supplier, pairs, processes } = problem.candidates[candidate]!;
  for (const process of processes) {
    const own = pairs.flatMap((pair) => {
      const hours = problem.pairs[pair]!.hours.find((step) => step.process === process)?.hours ?? 0;
      return hours > 0 ? [{ pair, hours, lead: problem.pairs[pair]!.lead }] : [];
    });
    for (const lead of new Set(own.map((step) => step.lead))) {
      for (let t = 1; t <= problem.horizon && t - lead < starts.length; t++) {
        const terms = own.flatMap((step): Term[] => {
          const column = step.lead >= lead ? variables.produced(step.pair, t) : undefined;
          return column === undefined ? [] : [{ column, value: hoursIn(problem.pairs[step.pair]!, process, t) }];
        });
        if (terms.length === 0) continue;
        const most = mostHoursOf(problem, supplier.supplier, process, t);
        const name = `onboarding-start|${supplier.supplier}|${process}|${lead}|${t}`;
        builder.row(name, [...terms, ...upTo(starts, t - lead, -most)], { upper: 0 });
      }
    }
  }
}

function writeWithoutHours(
  { problem, variables, builder }: Formulation,
  candidate: number,
  starts: readonly Column[],
): void {
  const { supplier, pairs } = problem.candidates[candidate]!;
  const without = pairs.filter((pair) => problem.pairs[pair]!.hours.every(({ hours }) => hours === 0));
  if (without.length === 0) return;
  const useful = largestUsefulOutput(problem);
  for (const pair of without) {
    const { item, lead } = problem.pairs[pair]!;
    for (let t = 1; t <= problem.horizon && t - lead < starts.length; t++) {
      const column = variables.produced(pair, t);
      if (column === undefined) continue;
      const terms = [{ column, value: 1 }, ...upTo(starts, t - lead, -useful.inPeriod(pair, t))];
      builder.row(`onboarding-start|${supplier.supplier}|${item}|${t}`, terms, { upper: 0 });
    }
  }
}
