import type { Change, RelaxationKind } from '../../scenarios/domain/explanation.ts';
import { haveCertificates, wantedCertificates } from './changes/certificates.ts';
import { demandSteps } from './changes/demand.ts';
import { addHours, usefulHours } from './changes/hours.ts';
import { readySooner, waitingSuppliers } from './changes/sooner.ts';
import { firstThatWorks } from './first-that-works.ts';
import type { Goal } from './goal.ts';
import { minimalPart } from './minimal-part.ts';
import type { Trials } from './trials.ts';

/** A change of facts that may reach the goal. */
export interface FactChange extends Change {
  readonly kind: Exclude<RelaxationKind, 'loosen-rule' | 'drop-rule'>;
}

/** More hours as a fraction of what is offered: by whole per cent up to twice, then coarser, up to eleven times. */
export const MORE_HOURS: readonly number[] = [
  ...Array.from({ length: 100 }, (_, at) => (at + 1) / 100),
  ...Array.from({ length: 20 }, (_, at) => 1.1 + at / 10),
  ...[4, 5, 6, 8, 10],
];
/** Ways of the same kind that are looked for, each with none of the firms of those before it. */
const WAYS = 2;

/** One kind of fact that can be improved in several places, to several degrees. */
interface Lever<Place> {
  readonly kind: FactChange['kind'];
  readonly places: readonly Place[];
  /** Degrees from the least on. */
  readonly degrees: readonly number[];
  readonly change: (places: readonly Place[], degree: number) => Change;
}

/**
 * What facts would have to be otherwise for the goal to be reached with every rule as it is: hours, certificates, waits or demand. Of each
 * kind the fewest places, and there the least degree that works.
 */
export async function relaxFacts(trials: Trials, goal: Goal): Promise<readonly FactChange[]> {
  const { scenario, problem } = trials;
  const waiting = waitingSuppliers(scenario);
  return [
    ...(await pull(trials, goal, {
      kind: 'add-hours',
      places: usefulHours(problem),
      degrees: MORE_HOURS,
      change: (places, fraction) => addHours(scenario, places, fraction),
    })),
    ...(await pull(trials, goal, {
      kind: 'hold-certificate',
      places: wantedCertificates(problem),
      degrees: [1],
      change: (places) => haveCertificates(scenario, places),
    })),
    ...(await pull(trials, goal, {
      kind: 'ready-sooner',
      places: [...waiting.keys()],
      degrees: Array.from({ length: Math.max(0, ...waiting.values()) }, (_, at) => at + 1),
      change: (suppliers, periods) => readySooner(scenario, suppliers, periods),
    })),
    ...(await demandOtherwise(trials, goal)),
  ];
}

async function pull<Place>(
  { possible, over, untried }: Trials,
  goal: Goal,
  { kind, places, degrees, change }: Lever<Place>,
): Promise<readonly FactChange[]> {
  const found: FactChange[] = [];
  let open = places;
  for (let way = 0; way < WAYS && open.length > 0 && degrees.length > 0 && !over(); way++) {
    const reaches = (some: readonly Place[], degree: number) => possible(change(some, degree).patch, goal);
    const most = degrees.at(-1)!;
    if (!(await reaches(open, most))) break;
    const needed = await minimalPart(open, async (some) => (some.length === 0 ? false : reaches(some, most)));
    const { part } = needed;
    const first = await firstThatWorks(degrees, (degree) => reaches(part, degree));
    if (first === undefined) break;
    const least = change(part, degrees[first.at]!);
    if (!first.least || !needed.minimal) untried(`whether less would do: ${least.words}`);
    found.push({ ...least, kind });
    open = open.filter((place) => !part.includes(place));
  }
  return found;
}

async function demandOtherwise(
  { scenario, possible, over, untried }: Trials,
  goal: Goal,
): Promise<readonly FactChange[]> {
  const found: FactChange[] = [];
  for (const { kind, changes } of demandSteps(scenario)) {
    if (over()) break;
    const first = await firstThatWorks(changes, ({ patch }) => possible(patch, goal));
    if (first === undefined) continue;
    const least = changes[first.at]!;
    if (!first.least) untried(`whether less would do: ${least.words}`);
    found.push({ ...least, kind });
  }
  return found;
}
