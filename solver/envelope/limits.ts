import { periodLabel } from '../../scenarios/domain/calendar.ts';
import type { EnvelopeLimit } from '../../scenarios/domain/envelope.ts';
import type { Rule } from '../../scenarios/domain/rule.ts';
import { grouped } from '../../scenarios/grouped.ts';
import { counted, listed, percent, periodsInWords, units } from '../diagnosis/wording.ts';
import type { PlanningProblem } from '../problem.ts';
import type { LargestMultiple } from './largest-multiple.ts';
import { readinessLimits, type Weighed } from './readiness-limits.ts';
import { countsDecisions, dualsOf, type ScarceRow, scarceRows } from './scarce-rows.ts';

/** A limit with less than this share of the weightiest one's weight is not told. */
const NEGLIGIBLE = 0.01;
const MOST = 12;

/** A scarce row, read by its name. */
interface Read extends ScarceRow {
  readonly kind: EnvelopeLimit['kind'];
  /** What rows are told together by. */
  readonly of: string;
  readonly suppliers: readonly string[];
  readonly items: readonly string[];
  readonly periods: readonly number[];
}

/**
 * What holds a multiple back, the weightiest first: by the duals of its plan, or of the relaxation where no plan was needed; rules that
 * count decisions by those of the relaxation, since a plan's decisions are fixed.
 */
export function limitsOf({
  asked,
  relaxed,
  plan,
}: Extract<LargestMultiple, { status: 'found' }>): readonly EnvelopeLimit[] {
  const { problem, model } = asked;
  const solved = plan ?? relaxed;
  const counting = new Set(model.rows.filter((_, row) => countsDecisions(model, row)));
  const rows = [
    ...scarceRows(asked, solved).filter(({ name }) => !counting.has(name)),
    ...scarceRows(asked, relaxed).filter(({ name }) => counting.has(name)),
  ];
  const reader = readerOf(problem);
  const read = rows.flatMap((row) => reader(row) ?? []);
  const told = [...grouped(read, ({ kind, of }) => JSON.stringify([kind, of])).values()].map((same) =>
    together(problem, same),
  );
  const all = [...told, ...readinessLimits(problem, dualsOf(asked, solved))].sort(
    (left, right) => right.weight - left.weight,
  );
  const least = NEGLIGIBLE * (all[0]?.weight ?? 0);
  return all
    .filter(({ weight }) => weight === Number.POSITIVE_INFINITY || weight >= least)
    .slice(0, MOST)
    .map(({ limit }) => limit);
}

/** Reads the name of a row; undefined for one that only ties others together. */
function readerOf(problem: PlanningProblem): (row: ScarceRow) => Read | undefined {
  const suppliers = new Set(problem.candidates.map(({ supplier }) => supplier.supplier));
  const items = new Set(problem.scenario.items.map(({ item }) => item));
  const named = new Set([...suppliers, ...items]);
  const every = Array.from({ length: problem.horizon }, (_, at) => at + 1);
  return (row) => {
    const rule = ruleOf(problem, row.name);
    const parts = (rule === undefined ? row.name : row.name.slice(rule.id.length)).split('|');
    const own = {
      suppliers: parts.slice(1).filter((part) => suppliers.has(part)),
      items: parts.slice(1).filter((part) => items.has(part)),
      periods: named.has(parts.at(-1)!) ? [] : every.filter((t) => parts.at(-1) === String(t)),
    };
    if (rule) return { ...row, ...own, kind: 'rule', of: rule.id };
    const [name = '', first = '', second = ''] = parts;
    if (CONDUITS.has(name)) return undefined;
    if (name === 'capacity') return { ...row, ...own, items: [], kind: 'hours', of: second };
    if (name === 'award-link') return linked(problem, row, first, second);
    if (name === 'pipeline') return { ...row, ...own, kind: 'pipeline', of: first };
    return { ...row, ...own, kind: 'law', of: STOCK.has(name) ? 'stock' : name };
  };
}

/** Rows that say what columns mean: what they tie to holds back, not they. */
const CONDUITS = new Set(['meet-requirement', 'asked', 'product', 'membership', 'certificates', 'deliveries']);
const STOCK = new Set(['use-up-stock', 'completed', 'not-required']);

const ruleOf = ({ scenario }: PlanningProblem, name: string): Rule | undefined =>
  scenario.rules.find(({ id }) => name === id || name.startsWith(`${id}|`));

/** An award's most is that of its quote, or else of the hours of the process that is scarcest for it. */
function linked(problem: PlanningProblem, row: ScarceRow, supplier: string, item: string): Read | undefined {
  const pair = problem.pairs.find((each) => each.supplier === supplier && each.item === item);
  if (pair === undefined) return undefined;
  const periods = pair.available.flatMap((is, t) => (is ? [t] : []));
  const own = { ...row, suppliers: [supplier], items: [item] };
  if (pair.maximumQuantity !== null) return { ...own, periods: [], kind: 'quote', of: `${supplier}|${item}` };
  const room = (process: string, hours: number) =>
    periods.reduce((sum, t) => sum + problem.capacity(supplier, process, t), 0) / hours;
  const [scarcest] = pair.hours
    .filter(({ hours }) => hours > 0)
    .sort((left, right) => room(left.process, left.hours) - room(right.process, right.hours));
  return scarcest && { ...own, items: [], periods, kind: 'hours', of: scarcest.process };
}

/** Rows of one kind as one limit. */
function together(problem: PlanningProblem, same: readonly Read[]): Weighed {
  const { kind, of } = same[0]!;
  const heaviest = [...same].sort((left, right) => right.weight - left.weight);
  const weight = same.reduce((sum, row) => sum + row.weight, 0);
  const suppliers = [...new Set(heaviest.flatMap((row) => row.suppliers))];
  const items = [...new Set(heaviest.flatMap((row) => row.items))];
  const periods = [...new Set(same.flatMap((row) => row.periods))].sort((left, right) => left - right);
  const named = { suppliers, items, periods };
  return {
    weight,
    limit: {
      kind,
      words: wordsOf(problem, kind, of, named),
      process: kind === 'hours' ? of : null,
      rule: kind === 'rule' ? of : null,
      items,
      suppliers,
      periods: periods.map((t) => periodLabel(problem.scenario.calendar, t)),
      gain: weight / 100,
    },
  };
}

interface Named {
  readonly suppliers: readonly string[];
  readonly items: readonly string[];
  readonly periods: readonly number[];
}

function wordsOf(problem: PlanningProblem, kind: EnvelopeLimit['kind'], of: string, named: Named): string {
  const { suppliers, items, periods } = named;
  const when = whenOf(problem, periods);
  const firms = listed(suppliers);
  if (kind === 'hours') return `${of} is used up${when} at ${firms}`;
  if (kind === 'quote') {
    const [supplier, item] = [suppliers[0]!, items[0]!];
    const most = problem.pairs.find((pair) => pair.supplier === supplier && pair.item === item)?.maximumQuantity ?? 0;
    return `the quote of ${supplier} for ${item} ends at ${units(most)}`;
  }
  if (kind === 'pipeline')
    return `${of} is built${when} from components on order before the start, which are what is asked for by then and no more`;
  if (kind === 'law' && of === 'stock') return `of ${listed(items)} only what is on hand can be used${when}`;
  if (kind === 'law') return `${of}${suppliers.length > 0 ? ` at ${firms}` : ''}${itemsOf(items)}${when}`;
  return ruleWords(problem.scenario.rules.find(({ id }) => id === of)!, named, when);
}

function ruleWords(rule: Rule, { suppliers, items }: Named, when: string): string {
  const head = `rule ${rule.id} (${rule.rule})`;
  const firms = listed(suppliers);
  switch (rule.rule) {
    case 'share-cap':
      return `${head} lets ${firms} make at most ${percent(rule.max)} of what is required of ${listed(items)}${when}`;
    case 'share-floor':
      return `${head} has ${firms} make at least ${percent(rule.min)} of what is required of ${listed(items)}${when}`;
    case 'member-count':
      return rule.max === undefined ? head : `${head} allows ${counted(rule.max, 'member')}`;
    case 'source-count': {
      const asked = [
        ...(rule.max === undefined ? [] : [`allows ${counted(rule.max, 'source')}`]),
        ...(rule.min === undefined ? [] : [`asks for ${counted(rule.min, 'source')}`]),
      ];
      return `${head} ${asked.join(' and ')} of ${listed(items)}`;
    }
    default:
      return `${head}${suppliers.length > 0 ? ` at ${firms}` : ''}${itemsOf(items)}${when}`;
  }
}

const itemsOf = (items: readonly string[]): string => (items.length === 0 ? '' : ` for ${listed(items)}`);

/** ` in 2027-Q1`, ` from 2027-Q1 to 2027-Q3`, ` throughout`; empty where no period is named. */
function whenOf({ scenario, horizon }: PlanningProblem, periods: readonly number[]): string {
  if (periods.length === 0) return '';
  const labels = Array.from({ length: horizon }, (_, at) => periodLabel(scenario.calendar, at + 1));
  const own = new Set(periods);
  return ` ${periodsInWords(
    labels,
    labels.map((_, at) => own.has(at + 1)),
  )}`;
}
