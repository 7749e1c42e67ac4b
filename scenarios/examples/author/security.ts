import type { Category } from '../../domain/supplier.ts';
import type { Firm } from '../../registry/firm.ts';
import { type Stream, whole } from '../../registry/random.ts';

type Security = Pick<Firm, 'securityLevel' | 'securityPeriods'>;

/** Granted at firms of category A for an imaginary contract; grantable in some quarters at others with electronics. */
export function drawSecurity(draw: Stream, category: Category, mix: ReadonlyMap<string, number>): Security {
  const [level, chance, periods] = [draw(), draw(), whole(draw, 2, 4)];
  const none = { securityLevel: undefined, securityPeriods: undefined };
  if (category === 'A') return { securityLevel: level < 0.25 ? 'TBB3' : 'TBB4', securityPeriods: undefined };
  if (!mix.has('electronics assembly')) return none;
  return category === 'B' || chance < 0.6 ? { securityLevel: undefined, securityPeriods: periods } : none;
}
