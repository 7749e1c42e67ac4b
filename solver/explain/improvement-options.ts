import { periodIndex } from '../../scenarios/domain/calendar.ts';
import type { AimName } from '../../scenarios/domain/plan.ts';
import type { ExpansionOption } from '../../scenarios/domain/supplier.ts';
import { aims } from '../objectives/index.ts';
import { expandOnceMore, expandSooner } from './changes/expansions.ts';
import type { Candidate, Ground, Maker } from './improvement-candidates.ts';
import { byFirm } from './improvement-candidates.ts';

/** An option that a package can use, with its place in the scenario. */
interface Useful {
  readonly option: ExpansionOption;
  readonly at: number;
  readonly items: readonly string[];
  /** Bought in the plan. */
  readonly count: number;
}

/** Options with hours of a process that some package takes. */
function usefulOptions({ scenario, problem, plan }: Ground): readonly Useful[] {
  const eligible = (supplier: string, process: string) =>
    problem.pairs.filter((pair) => pair.supplier === supplier && pair.hours.some((step) => step.process === process));
  const routed = (process: string) =>
    problem.packages.filter(({ steps }) => steps.some((step) => step.process === process));
  return scenario.expansions.flatMap((option, at): Useful[] => {
    const { supplier, process } = option;
    const own = eligible(supplier, process).map(({ item }) => item);
    const items = own.length > 0 ? own : routed(process).map(({ item }) => item.item);
    if (option.hoursPerPeriod === 0 || items.length === 0) return [];
    const rows = plan.expansions.filter(
      (row) => row.supplier === supplier && row.process === process && row.option === option.option,
    );
    return [{ option, at, items, count: rows.reduce((sum, row) => sum + row.count, 0) }];
  });
}

/** What the hours of one in the periods `from` … `to` are worth at the margin, by aim in their order. */
function worthOf({ scenario, problem, tight }: Ground, option: ExpansionOption, from: number, to = problem.horizon) {
  const worth = new Map<AimName, number>();
  for (const { supplier, process, period, aim, price } of tight.hours) {
    const t = periodIndex(scenario.calendar, period) ?? 0;
    if (supplier !== option.supplier || process !== option.process || t < from || t > to) continue;
    worth.set(aim, (worth.get(aim) ?? 0) + price * option.hoursPerPeriod);
  }
  return aims.map(({ name }) => worth.get(name) ?? 0);
}

/** Sorts by worth for the first aim, then the next, then by the firm. */
function byPromise<Entry extends Useful>(ground: Ground, worth: (entry: Entry) => readonly number[]) {
  const order = byFirm(ground);
  return (left: Entry, right: Entry): number => {
    const [one, other] = [worth(left), worth(right)];
    const aim = one.findIndex((value, at) => value !== other[at]);
    return aim < 0 ? order(left.option.supplier, right.option.supplier) : other[aim]! - one[aim]!;
  };
}

/** Machines and shifts that the plan buys as often as it may, once more; first what promises most for each euro of capex. */
export const expandedOnceMore: Maker = (ground) => {
  const perEuro = ({ option }: Useful) =>
    worthOf(ground, option, 1 + option.leadTime).map((value) => value / Math.max(option.capex, 1e-9));
  return usefulOptions(ground)
    .filter(({ option, count }) => count >= option.maximum && 1 + option.leadTime <= ground.problem.horizon)
    .sort(byPromise(ground, perEuro))
    .map(({ option, at, items }): Candidate => {
      const change = expandOnceMore(ground.scenario, at, items);
      return { ...change, kind: 'add-expansion', supplier: option.supplier, amount: 1, price: option.capex };
    });
};

/** Machines and shifts with a lead time, a period sooner; those that would come after the last period, at once. */
export const expandedSooner: Maker = (ground) => {
  const { problem, scenario } = ground;
  const by = ({ leadTime }: ExpansionOption) => (leadTime >= problem.horizon ? leadTime : 1);
  return usefulOptions(ground)
    .filter(({ option }) => option.leadTime > 0 && option.maximum > 0)
    .sort(
      byPromise(ground, ({ option }) =>
        worthOf(ground, option, 1 + option.leadTime - by(option), Math.min(option.leadTime, problem.horizon)),
      ),
    )
    .map(({ option, at, items }): Candidate => {
      const change = expandSooner(scenario, at, items, by(option));
      return { ...change, kind: 'expansion-sooner', supplier: option.supplier, amount: by(option), price: null };
    });
};
