import { type Calendar, periodLabel } from '../../../scenarios/domain/calendar.ts';
import { BUDGET_PARTS, type Rule, type Scope } from '../../../scenarios/domain/rule.ts';
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

function supplierSide({ scope }: Pick<RuleGene, 'scope'>, named: Named): Scope {
  return {
    ...(scope.supplier === null ? {} : { suppliers: [named.supplier(scope.supplier)] }),
    ...(scope.category === null ? {} : { category: [scope.category] }),
    ...(scope.region === null ? {} : { region: scope.region }),
    ...(scope.country === null ? {} : { country: scope.country }),
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
  if (!gene.scoped || ['lock', 'legal-form', 'budget'].includes(gene.rule)) return {};
  if (gene.rule === 'commitment') return { scope: span(gene, named) };
  if (['member-count', 'group-count', 'labour'].includes(gene.rule)) return { scope: supplierSide(gene, named) };
  if (['dependency-cap', 'ramp-rate', 'onboarding-throughput'].includes(gene.rule))
    return { scope: { ...supplierSide(gene, named), ...span(gene, named) } };
  if (gene.rule === 'content-share') {
    const { process: _, ...items } = itemSide(gene, named);
    return { scope: { ...items, ...span(gene, named) } };
  }
  const pairs = { ...itemSide(gene, named), ...supplierSide(gene, named) };
  const timed = ['share-cap', 'share-floor', 'region-share-cap'].includes(gene.rule);
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
  if (gene.rule === 'group-count') {
    const value = gene.named ? { value: GROUPS[gene.by] } : {};
    return { id, rule: gene.rule, by: gene.by, ...value, ...counts(gene), ...scope };
  }
  if (gene.rule === 'region-share-cap') return { id, rule: gene.rule, level: gene.level, max: gene.share, ...scope };
  if (gene.rule === 'dependency-cap') return { id, rule: gene.rule, max: gene.share, ...scope };
  if (gene.rule === 'legal-form') return { id, rule: gene.rule, form: gene.form };
  if (gene.rule === 'content-share') {
    const by = gene.byVolume ? 'volume' : 'value';
    return { id, rule: gene.rule, of: gene.of, min: gene.share, by, ...scope };
  }
  if (gene.rule === 'budget') {
    const of = BUDGET_PARTS.filter((part) => gene.parts.includes(part));
    return { id, rule: gene.rule, year: 2026, max: gene.budget, of: [...of].sort() };
  }
  if (gene.rule === 'commitment') {
    const [supplier, item] = [named.supplier(gene.supplier), named.item(gene.item ?? 0)];
    return { id, rule: gene.rule, supplier, item, perYear: 2 * (gene.least ?? 0.5), ...scope };
  }
  if (gene.rule === 'ramp-rate') return { id, rule: gene.rule, max: gene.growth, plus: gene.plus, ...scope };
  if (gene.rule === 'labour') return { id, rule: gene.rule, ...people(gene), ...scope };
  if (gene.rule === 'onboarding-throughput') return { id, rule: gene.rule, max: gene.most ?? 1, ...scope };
  return lock(gene, named, id);
}

/** A group that some suppliers are of. */
const GROUPS = { category: 'C', country: 'NL', region: 'NL3', group: 'G1', tag: 'near' } as const;

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
