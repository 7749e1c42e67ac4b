import type { Euro } from './units.ts';

/**
 * Below which an enterprise is small or medium-sized: fewer people than `employees`, and a yearly turnover of at most `turnover`. The balance sheet
 * total, which may stand in for the turnover, is not known here.
 */
export const SME_LIMITS: { readonly source: string; readonly employees: number; readonly turnover: Euro } = {
  source:
    'Commission Recommendation 2003/361/EC of 6 May 2003, Annex, Article 2(1); sites of one firm together: Article 3(3)',
  employees: 250,
  turnover: 50_000_000,
};
