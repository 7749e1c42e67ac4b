import { periodsPerYear } from '../../../scenarios/domain/calendar.ts';
import type { RuleOf } from '../../../scenarios/domain/rule.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { atMost, constant, type Expression, NOTHING, scaled, total, variable } from './linear-program.ts';
import { hoursOf, suppliersOf } from './ramps.ts';
import { multiply, type Rational, rational } from './rational.ts';
import type { Requirement } from './requirement.ts';
import { supplierInScope } from './scope.ts';
import type { Sheet } from './sheet.ts';
import type { Source } from './sources.ts';
import { spanOf } from './span.ts';
import type { Made } from './write-production.ts';

/** People that a supplier hires in a period. */
export type Hired = (supplier: string, period: number) => Expression;

const firmOf = (scenario: Scenario, supplier: string) => scenario.suppliers.find((row) => row.supplier === supplier)!;

export function headsToday(scenario: Scenario, supplier: string): Rational {
  const firm = firmOf(scenario, supplier);
  return rational(firm.defenceHeads ?? firm.employees!);
}

/** Hours of one head in a period. */
export function hoursOfHead(scenario: Scenario, rule: RuleOf<'labour'>, t: number): Rational {
  const years = (t - 1) / periodsPerYear(scenario.calendar.period);
  return multiply(rational(rule.productiveHours), rational((1 + rule.productivityGrowth) ** years));
}

const labourRules = (scenario: Scenario): RuleOf<'labour'>[] =>
  scenario.rules.filter((rule): rule is RuleOf<'labour'> => rule.rule === 'labour');

/** Suppliers with an award of which the rule speaks, by their region. */
export function firmsByRegion(scenario: Scenario, rule: RuleOf<'labour'>, awarded: readonly Source[]) {
  const regions = new Map<string, string[]>();
  for (const supplier of suppliersOf(awarded).filter((firm) => supplierInScope(scenario, rule, firm))) {
    const region = firmOf(scenario, supplier).region ?? '';
    regions.set(region, [...(regions.get(region) ?? []), supplier]);
  }
  return regions;
}

/** People hired at the awarded suppliers, and what they can work. */
export function writePeople(
  sheet: Sheet,
  { bill: { scenario } }: Requirement,
  awarded: readonly Source[],
  made: Made,
): Hired {
  const rules = labourRules(scenario);
  const periods = spanOf(1, scenario.calendar.periods);
  const entries = new Map<string, readonly Expression[]>();
  for (const supplier of suppliersOf(awarded)) {
    if (!rules.some((rule) => supplierInScope(scenario, rule, supplier))) continue;
    entries.set(supplier, [NOTHING, ...periods.map(() => variable(sheet.fresh()))]);
  }
  const hired: Hired = (supplier, period) => entries.get(supplier)?.[period] ?? NOTHING;
  for (const rule of rules) {
    for (const firms of firmsByRegion(scenario, rule, awarded).values()) {
      for (const t of periods) {
        for (const supplier of firms) {
          const heads = total([
            constant(headsToday(scenario, supplier)),
            ...spanOf(1, t).map((before) => hired(supplier, before)),
          ]);
          const able = scaled(heads, hoursOfHead(scenario, rule, t));
          sheet.relations.push(atMost(hoursOf(awarded, supplier, made, t), able));
          if (rule.hiresPerPeriod !== undefined)
            sheet.relations.push(atMost(hired(supplier, t), constant(rational(rule.hiresPerPeriod))));
        }
        if (rule.regionHiresPerPeriod === undefined) continue;
        const all = total(firms.map((supplier) => hired(supplier, t)));
        sheet.relations.push(atMost(all, constant(rational(rule.regionHiresPerPeriod))));
      }
    }
  }
  return hired;
}
