import type { CaseDemand, DemandCase } from '../domain/demand-case.ts';
import { shown } from '../wire/issue-problems.ts';
import type { Place } from '../wire/places.ts';
import { type Check, checkName, checkPeriod, isUnknown, spokenPlace } from './check.ts';

/** What the probabilities may be off 1 together, as 0.333333 three times are. */
const ROUNDING = 1e-5;

/** Checks demand cases: names once each, probabilities that add up to 1, changes of what is wanted, and no rules that cannot be planned beside them. */
export function checkDemandCases(check: Check): void {
  const { draft, problem } = check;
  const { demandCases, places, wholeCases } = draft;
  const first = new Map<string, number>();
  demandCases.values.forEach((own, index) => {
    const at = demandCases.at[index]!;
    const before = first.get(own.name);
    if (before === undefined) first.set(own.name, at);
    else {
      const other = spokenPlace(places.setting(['demandCases', before, 'name']));
      const message = `another demand case is called ${own.name}, in ${other}`;
      problem({ ...places.setting(['demandCases', at, 'name']), code: 'duplicate-case', message });
    }
    checkDemand(check, own, at);
  });
  checkRules(check);
  checkRisk(check);
  checkBesideOutages(check);
  const total = demandCases.values.reduce((sum, { probability }) => sum + probability, 0);
  if (!wholeCases || demandCases.values.length === 0 || Math.abs(total - 1) <= ROUNDING) return;
  problem({
    ...places.setting(['demandCases']),
    code: 'out-of-range',
    message: 'the probabilities of the demand cases do not add up to 1',
    found: shown(Number(total.toPrecision(9))),
    expected: 'probabilities that add up to 1',
  });
}

/** Why a rule is not planned with several demand cases yet, and what to do instead. */
const NOT_BESIDE: ReadonlyMap<string, { readonly why: string; readonly instead: string }> = new Map([
  [
    'learning',
    {
      why: 'hours fall with what is made, which is another in each demand case',
      instead: 'no rule learning (the hours of a practised firm instead), or no demandCases',
    },
  ],
  [
    'survive-outage',
    {
      why: 'outages are survived by what is made, which is another in each demand case',
      instead: 'no rule survive-outage, or no demandCases',
    },
  ],
]);

/** Rules that cannot be planned together yet: hours fall with what is made, and what is made in an outage is another. */
function checkBesideOutages({ draft: { places }, rules, problem }: Check): void {
  const outage = rules.values.find(({ rule }) => rule === 'survive-outage');
  if (!outage) return;
  rules.values.forEach(({ id, rule }, index) => {
    if (rule !== 'learning') return;
    problem({
      ...places.setting(['rules', rules.at[index]!, 'rule']),
      code: 'not-implemented',
      message: `by the rule ${id} hours fall with what is made, which is another in each outage of the rule ${outage.id}; the two are not planned together yet`,
      expected: 'no rule learning (the hours of a practised firm instead), or no rule survive-outage',
    });
  });
}

/** The worst of what may come: of one future there is none. */
function checkRisk({ draft: { blocks, demandCases, wholeCases, places }, problem }: Check): void {
  if (blocks.risk === undefined || !wholeCases || demandCases.values.length > 0) return;
  problem({
    ...places.setting(['risk']),
    code: 'out-of-range',
    message: 'risk is measured over demand cases, and none are stated',
    expected: 'demandCases with probabilities, or no risk',
  });
}

function checkRules({ draft: { demandCases, places }, rules, problem }: Check): void {
  if (demandCases.values.length === 0) return;
  rules.values.forEach(({ id, rule }, index) => {
    const refused = NOT_BESIDE.get(rule);
    if (refused === undefined) return;
    problem({
      ...places.setting(['rules', rules.at[index]!, 'rule']),
      code: 'not-implemented',
      message: `by the rule ${id} ${refused.why}; the two are not planned together yet`,
      expected: refused.instead,
    });
  });
}

function checkDemand(check: Check, { demand = [] }: DemandCase, at: number): void {
  const { draft, problem } = check;
  const first = new Map<string, number>();
  demand.forEach((own, index) => {
    const place = (...path: string[]) => draft.places.setting(['demandCases', at, 'demand', index, ...path]);
    const before = first.get(own.item);
    if (before === undefined) first.set(own.item, index);
    else {
      const other = spokenPlace(draft.places.setting(['demandCases', at, 'demand', before, 'item']));
      const message = `the case changes the demand for ${own.item} already, in ${other}`;
      problem({ ...place('item'), code: 'duplicate-row', message });
    }
    const { item: _, ...changes } = own;
    if (Object.keys(changes).length === 0) {
      const expected = 'factor, multiplier, reach or shape';
      problem({ ...place(), code: 'no-change', message: `nothing is changed for ${own.item}`, expected });
    }
    if (own.reach !== undefined) checkPeriod(check, own.reach, () => place('reach'));
    checkWanted(check, own, place);
  });
}

/** Only what is wanted can change, and only a ramp has a multiplier, a reach and a shape. */
function checkWanted(check: Check, own: CaseDemand, place: (...path: string[]) => Place): void {
  const { programmes, wholeProgrammes, tables } = check.draft;
  const isReadable = wholeProgrammes && tables.demand.whole && tables.demand.broken.length === 0;
  checkName(check, 'item', own.item, () => place('item'));
  if (!isReadable || isUnknown(check, 'item', own.item)) return;
  const programme = programmes.values.find(({ product }) => product === own.item);
  if (!programme && !tables.demand.values.some(({ item }) => item === own.item)) {
    const expected = 'the product of a programme, or an item of the demand table';
    check.problem({ ...place('item'), code: 'no-demand', message: `nothing is wanted of ${own.item}`, expected });
    return;
  }
  if (programme?.demand) return;
  for (const key of ['multiplier', 'reach', 'shape'] as const) {
    if (own[key] === undefined) continue;
    const message = `no programme states a ramp of ${own.item}, so it has no ${key}`;
    check.problem({ ...place(key), code: 'no-ramp', message, expected: 'a factor on its rows of the demand table' });
  }
}
