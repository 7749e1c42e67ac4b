import { type Calendar, periodLabel } from '../../../scenarios/domain/calendar.ts';
import type { Rule, Scope } from '../../../scenarios/domain/rule.ts';
import type { RuleGene, ScenarioGene } from './genes.ts';
import { type Part, processNamed } from './write-items.ts';
import { supplierNamed } from './write-suppliers.ts';

interface Named {
  readonly calendar: Calendar;
  readonly item: (index: number) => string;
  readonly supplier: (index: number) => string;
}

function itemSide({ scope }: RuleGene, named: Named): Scope {
  return {
    ...(scope.item === null ? {} : { items: [named.item(scope.item)] }),
    ...(scope.critical === null ? {} : { critical: scope.critical }),
    ...(scope.process === null ? {} : { process: processNamed(scope.process) }),
  };
}

function supplierSide({ scope }: RuleGene, named: Named): Scope {
  return {
    ...(scope.supplier === null ? {} : { suppliers: [named.supplier(scope.supplier)] }),
    ...(scope.category === null ? {} : { category: [scope.category] }),
    ...(scope.region === null ? {} : { region: scope.region }),
  };
}

function span({ scope }: RuleGene, { calendar }: Named): Scope {
  const from = scope.from === null ? 1 : 1 + (scope.from % calendar.periods);
  const to = scope.span === null ? calendar.periods : Math.min(calendar.periods, from + scope.span);
  return {
    ...(scope.from === null ? {} : { from: periodLabel(calendar, from) }),
    ...(scope.span === null ? {} : { to: periodLabel(calendar, to) }),
  };
}

function scopeOf(gene: RuleGene, named: Named): { scope?: Scope } {
  if (!gene.scoped || gene.rule === 'lock') return {};
  if (gene.rule === 'member-count' || gene.rule === 'labour') return { scope: supplierSide(gene, named) };
  if (gene.rule === 'ramp-rate' || gene.rule === 'onboarding-throughput')
    return { scope: { ...supplierSide(gene, named), ...span(gene, named) } };
  const pairs = { ...itemSide(gene, named), ...supplierSide(gene, named) };
  const timed = gene.rule === 'share-cap' || gene.rule === 'share-floor';
  return { scope: timed ? { ...pairs, ...span(gene, named) } : pairs };
}

/** Lower and upper count, in order, at least one of them. */
function counts({ least, most }: RuleGene): { min?: number; max?: number } {
  if (most === null) return { min: least ?? 1 };
  return least === null ? { max: most } : { min: Math.min(least, most), max: Math.max(least, most) };
}

function lock(gene: RuleGene, named: Named, id: string): Rule {
  const stated = { id, rule: 'lock', supplier: named.supplier(gene.supplier), award: gene.award } as const;
  if (gene.item === null) return stated;
  const item = named.item(gene.item);
  return gene.award && gene.exact ? { ...stated, item, share: gene.share } : { ...stated, item };
}

const people = ({ hires, regional, productive, productivity }: RuleGene) => ({
  ...(regional ? { regionHiresPerPeriod: hires } : { hiresPerPeriod: hires }),
  productiveHours: productive,
  productivityGrowth: productivity,
});

function write(gene: RuleGene, named: Named, id: string): Rule {
  const scope = scopeOf(gene, named);
  const per = gene.perPeriod ? 'period' : 'horizon';
  if (gene.rule === 'source-count') return { id, rule: gene.rule, ...counts(gene), strict: gene.strict, ...scope };
  if (gene.rule === 'share-cap') return { id, rule: gene.rule, max: gene.share, per, ...scope };
  if (gene.rule === 'share-floor') return { id, rule: gene.rule, min: gene.share, per, ...scope };
  if (gene.rule === 'member-count') return { id, rule: gene.rule, ...counts(gene), ...scope };
  if (gene.rule === 'exclude') return { id, rule: gene.rule, suppliers: [named.supplier(gene.supplier)], ...scope };
  if (gene.rule === 'ramp-rate') return { id, rule: gene.rule, max: gene.growth, plus: gene.plus, ...scope };
  if (gene.rule === 'labour') return { id, rule: gene.rule, ...people(gene), ...scope };
  if (gene.rule === 'onboarding-throughput') return { id, rule: gene.rule, max: gene.most ?? 1, ...scope };
  return lock(gene, named, id);
}

/** Rules of the drawn scenario; items that a rule names are ones that could be awarded. */
export function writeRules(gene: ScenarioGene, calendar: Calendar, parts: readonly Part[]): Rule[] {
  const awarded = parts.filter((part) => part.use === 'routed' || part.use === 'quoted').map((part) => part.name);
  if (awarded.length === 0) return [];
  const named: Named = {
    calendar,
    item: (index) => awarded[index % awarded.length]!,
    supplier: (index) => supplierNamed(index % gene.suppliers.length),
  };
  return gene.rules.map((rule, i) => write(rule, named, `rule-${i + 1}`));
}
