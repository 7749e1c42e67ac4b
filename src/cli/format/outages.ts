import type { Plan, UnprotectedRow } from '../../../scenarios/domain/plan.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { type Look, section } from './look.ts';
import { count, prose, whole } from './number.ts';
import { hang, plain } from './text.ts';

/** Outages told one by one. */
const MOST = 5;

/** What is left unprotected is the least that any plan leaves, where its bound is as near as this, relative or of a unit. */
const PROVEN = 1e-6;

/** `S026 from 2026-Q1 to 2026-Q2: 10.4 of CRANE-01`. */
const line = ({ losses, from, to, product, quantity: units }: UnprotectedRow): string =>
  `· without ${losses.join(' and ')} from ${from} to ${to}: ${prose(units)} of ${product}`;

/** How a plan that is to survive outages stands: how many there are, how many shaped it, and what stays unprotected, most first. */
export function outageLines({ robustness, ...plan }: Plan, scenario: Scenario, look: Look): string[] {
  if (!robustness.assessed || plan.aims.length === 0) return [];
  const { outages, entered, unprotected } = robustness;
  const weights = new Map(scenario.programmes.map(({ product, weight }) => [product, weight]));
  const weighed = ({ product, quantity: units }: UnprotectedRow) => (weights.get(product) ?? 1) * units;
  const worst = [...unprotected].sort((left, right) => weighed(right) - weighed(left)).slice(0, MOST);
  const open = new Set(unprotected.map(({ rule, losses, from }) => JSON.stringify([rule, losses, from]))).size;
  const aim = plan.aims.find(({ aim }) => aim === 'unprotected');
  const least = aim && aim.value - aim.bound <= PROVEN * Math.max(1, aim.value) ? ' that nobody else can give' : '';
  const all =
    open === 0
      ? `all ${count(outages, 'outage')} are survived`
      : `${count(open, 'outage')} of ${whole(outages)} leave${open === 1 ? 's' : ''} service unprotected${least}`;
  const more =
    unprotected.length > MOST
      ? [look.paint.dim(`  … and ${unprotected.length - MOST} more (robustness in plan.json)`)]
      : [];
  return section(
    'Outages',
    [
      ...hang(`${all}; ${whole(entered)} of them shaped the plan`, look.width, 2),
      ...worst.flatMap((row) => hang(plain(line(row)), look.width, 2)),
      ...more,
    ],
    look,
  );
}
