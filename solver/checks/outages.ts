import type { RuleOf } from '../../scenarios/domain/rule.ts';
import type { Supplier } from '../../scenarios/domain/supplier.ts';
import type { PeriodIndex, Units } from '../../scenarios/domain/units.ts';
import { entry } from './entry.ts';
import type { ScenarioView } from './scenario-view.ts';

/** Suppliers that are lost together in periods from … to, under the names that a plan tells them by. */
export interface LostTogether {
  /** The kinds of the domains in it with a plus between. */
  readonly domain: string;
  readonly losses: readonly string[];
  readonly suppliers: ReadonlySet<string>;
  readonly from: PeriodIndex;
  readonly to: PeriodIndex;
}

/** What an outage leaves unprotected at least. */
export interface OutageJudged extends LostTogether {
  /** Id of the rule. */
  readonly rule: string;
  /** Σ weight · units. */
  readonly weighted: Units;
  /** What is left of that, weighted, where of each product so much is missing as the plan says. */
  readonly beyond: Units;
  /** What the plan delivers while the outage is felt, weighted: the size of the figures that meet. */
  readonly delivered: Units;
}

/** How a plan stands against the outages of all rules. */
export interface OutagesJudged {
  /** How many there are. */
  readonly outages: number;
  /** Of those that lose work of the plan, each with what it leaves unprotected at least, 0 included; the others lose nothing. */
  readonly judged: readonly OutageJudged[];
}

type Rule = RuleOf<'survive-outage'>;
type Domain = Pick<LostTogether, 'losses'> & { readonly kinds: readonly string[]; readonly suppliers: string[] };

/** In the order in which the first of equal domains is kept. */
const KINDS = ['supplier', 'group', 'region', 'tag'] as const;

/** What a rule assumes of a supplier and of service: what it states holds for all; where it is silent, what the supplier states, else the scenario. */
export function assumed(rule: Rule, { scenario: { robustness } }: ScenarioView) {
  return {
    serviceLevel: rule.serviceLevel ?? robustness?.serviceLevel ?? 0.9,
    timeOf: (supplier: Supplier) => rule.timeToRecover ?? supplier.timeToRecover ?? robustness?.timeToRecover ?? 2,
    surgeOf: (supplier: Supplier) => rule.surge ?? supplier.surge ?? robustness?.surge ?? 0,
  };
}

/** Every outage of a rule, by what is lost, then by its first period: in the order of kinds and names, pairs after single domains. */
export function outagesOf(rule: Rule, stated: ScenarioView): readonly LostTogether[] {
  const { timeOf } = assumed(rule, stated);
  const asked = rule.domains ?? stated.scenario.robustness?.domains ?? ['supplier'];
  const single = unlike(KINDS.filter((kind) => asked.includes(kind)).flatMap((kind) => domainsBy(kind, stated)));
  const all = rule.losses === 2 ? unlike([...single, ...pairsOf(single)]) : single;
  return all.flatMap(({ kinds, losses, suppliers }) => {
    const lasts = Math.max(...suppliers.map((id) => timeOf(stated.suppliers.get(id)!)));
    const lost = { domain: kinds.join('+'), losses, suppliers: new Set(suppliers) };
    if (lasts === 0) return [];
    return Array.from({ length: stated.horizon }, (_, at) => {
      return { ...lost, from: at + 1, to: Math.min(stated.horizon, at + lasts) };
    });
  });
}

function domainsBy(kind: (typeof KINDS)[number], { suppliers }: ScenarioView): readonly Domain[] {
  const found = new Map<string, Domain>();
  const put = (as: string, name: string, supplier: string) =>
    entry(found, `${name}\n${as}`, () => ({ kinds: [as], losses: [name], suppliers: [] })).suppliers.push(supplier);
  for (const { supplier, group, region, tags } of suppliers.values()) {
    if (kind === 'supplier' || (kind === 'group' && group === undefined)) put('supplier', supplier, supplier);
    else if (kind === 'group') put(kind, group!, supplier);
    else if (kind === 'tag') for (const tag of new Set(tags)) put(kind, tag, supplier);
    else if (region !== undefined) put(kind, region, supplier);
  }
  return [...found.values()].sort(
    (left, right) => order(left.losses[0]!, right.losses[0]!) || order(left.kinds[0]!, right.kinds[0]!),
  );
}

const order = (left: string, right: string): number => (left === right ? 0 : left < right ? -1 : 1);

const pairsOf = (single: readonly Domain[]): readonly Domain[] =>
  single.flatMap((first, at) =>
    single.slice(at + 1).map((second) => ({
      kinds: [...first.kinds, ...second.kinds],
      losses: [...first.losses, ...second.losses],
      suppliers: [...new Set([...first.suppliers, ...second.suppliers])],
    })),
  );

/** Of domains with the same suppliers the first. */
function unlike(domains: readonly Domain[]): readonly Domain[] {
  const known = new Set<string>();
  return domains.filter(({ suppliers }) => {
    const members = JSON.stringify([...suppliers].sort());
    if (known.has(members)) return false;
    known.add(members);
    return true;
  });
}
