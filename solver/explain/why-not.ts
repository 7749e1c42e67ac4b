import type { Entry, WhyNotExplanation } from '../../scenarios/domain/explanation.ts';
import type { Plan } from '../../scenarios/domain/plan.ts';
import { together } from './changes/compose.ts';
import { addRule } from './changes/rules.ts';
import { differenceOf } from './difference.ts';
import { type EntryStep, entrySteps, obstaclesOf } from './entry-steps.ts';
import { firstThatWorks } from './first-that-works.ts';
import { minimalPart } from './minimal-part.ts';
import type { Trials } from './trials.ts';
import { withoutFirm } from './why.ts';

/** A share below this is noise of the engine. */
const NOISE = 1e-6;

/**
 * Why a supplier makes nothing in the plan: what speaks against it, what it would cost to have it, and the least changes with which the
 * plan, solved again with no other hint, gives it work. First all that keeps it from every package is taken out of its way, as little
 * of it as is needed; then each of price, hours and date is improved by itself as far as it takes.
 */
export async function whyNot(trials: Trials, supplier: string): Promise<WhyNotExplanation> {
  const { problem, base } = trials;
  const produces = winsOf(base, supplier).length > 0;
  const items = problem.packages
    .filter(({ item }) => !base.awards.some((award) => award.supplier === supplier && award.item === item.item))
    .map(({ item }) => ({
      item: item.item,
      reasons: problem.reasonsFor(supplier, item.item).map(({ message }) => message),
    }));
  if (produces) return { supplier, produces, items, locked: null, entries: [] };
  const isEligible = problem.candidates.some((candidate) => candidate.supplier.supplier === supplier);
  const locked = isEligible
    ? await trials.tried({
        words: `${supplier} has to be a member`,
        patch: [addRule({ rule: 'lock', supplier, award: true })],
      })
    : undefined;
  if (isEligible && locked === undefined) trials.untried(`the plan with ${supplier} as a member`);
  return { supplier, produces, items, locked: locked ?? null, entries: await entriesOf(trials, supplier) };
}

/** What a supplier makes in a plan. */
const winsOf = ({ awards }: Plan, supplier: string): Entry['wins'] =>
  awards
    .filter((award) => award.supplier === supplier && award.share > NOISE)
    .map(({ item, share }) => ({ item, share }));

async function entriesOf(trials: Trials, supplier: string): Promise<readonly Entry[]> {
  const obstacles = obstaclesOf(trials, supplier);
  const enters = async (steps: readonly EntryStep[]) => {
    const found = await trials.planned(changeOf(steps).patch);
    return found && winsOf(found.plan, supplier).length > 0;
  };
  const entries: Entry[] = [];
  const told = new Set<string>();
  const tell = async (steps: readonly EntryStep[]) => {
    const entry = await entryOf(trials, supplier, steps);
    const key = JSON.stringify(entry?.patch);
    if (entry && !told.has(key)) entries.push(entry);
    told.add(key);
  };
  const opened = obstacles.length > 0 && (await enters(obstacles));
  if (opened) await tell((await minimalPart(obstacles, enters)).part);
  for (const lever of entrySteps(trials, supplier)) {
    if (trials.over()) break;
    const most = lever.at(-1);
    if (most === undefined) continue;
    if (!(await enters([...obstacles, most]))) continue;
    const { part } = await minimalPart(obstacles, (some) => enters([...some, most]));
    if (part.length > 0 && (await enters(part))) continue;
    const first = await firstThatWorks(lever, (step) => enters([...part, step]));
    if (first === undefined) continue;
    const steps = [...part, lever[first.at]!];
    if (!first.least) trials.untried(`whether less would do: ${changeOf(steps).words}`);
    await tell(steps);
  }
  if (entries.length === 0) {
    trials.untried(
      `more than one of price, hours and date at once for ${supplier}: none alone brings it into the plan`,
    );
  }
  return entries;
}

const changeOf = (steps: readonly EntryStep[]) => together(steps.map(({ change }) => change));

async function entryOf(trials: Trials, supplier: string, steps: readonly EntryStep[]): Promise<Entry | undefined> {
  const change = changeOf(steps);
  const found = await trials.planned(change.patch);
  const tried = await trials.tried(change);
  if (found === undefined || tried === undefined) return undefined;
  const without = await trials.planned(together([change, withoutFirm(supplier)]).patch);
  const advantage = without ? differenceOf(found.plan, without.plan) : [];
  const kinds = [...new Set(steps.map(({ kind }) => kind))];
  return { ...tried, kinds, wins: winsOf(found.plan, supplier), advantage };
}
