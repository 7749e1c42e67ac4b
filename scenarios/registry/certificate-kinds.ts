import { type Firm, isNearDefence as near } from './firm.ts';

/** Chance that a certificate is held, in progress or obtainable; what is left has nothing to do with it. */
type Chances = readonly [held: number, inProgress: number, obtainable: number];

/** A certificate that firms have or can get, and how likely that is. */
export interface Kind {
  readonly name: string;
  readonly scope?: string;
  /** Periods and euro to obtain it. */
  readonly periods: readonly [number, number];
  readonly cost: readonly [number, number];
  readonly chances: (firm: Firm) => Chances;
}

const never: Chances = [0, 0, 0];
/** 0 to 1: a larger firm certifies more easily. */
const size = (firm: Firm): number => Math.min(1, firm.employees / 150);
const having = (process: string, chances: (firm: Firm) => Chances) => (firm: Firm) =>
  firm.mix.has(process) ? chances(firm) : never;

/** EXC3 is drawn first; EXC2 only for a firm without it. ISO 3834 follows the class. */
export const EXC3: Kind = {
  name: 'EN 1090-2 EXC3',
  scope: 'welding',
  periods: [2, 5],
  cost: [14_000, 45_000],
  chances: having('welding', (firm) => {
    if (near(firm)) return [0.85, 0, 0.15];
    const main = firm.family === 'welding' ? 1 : 0.3;
    return [main * (0.14 + 0.2 * size(firm)), main * 0.05, main * 0.2];
  }),
};
/** The lower welding class, for smaller structures. */
export const EXC2: Kind = {
  name: 'EN 1090-2 EXC2',
  scope: 'welding',
  periods: [1, 3],
  cost: [6_000, 18_000],
  chances: having('welding', (firm) => [0.16 + 0.18 * size(firm), 0.05, 0.12]),
};

/** What is not about welded structures. */
export const KINDS: readonly Kind[] = [
  {
    name: 'ISO 9001',
    periods: [2, 4],
    cost: [8_000, 25_000],
    chances: (firm) =>
      near(firm) ? [1, 0, 0] : [(firm.category === 'C' ? 0.42 : 0.3) + 0.35 * size(firm), 0.03, 0.15],
  },
  {
    name: 'AQAP-2110',
    periods: [3, 6],
    cost: [18_000, 55_000],
    chances: (firm) => {
      if (firm.category === 'A') return [0.9, 0.1, 0];
      if (firm.category === 'B') return [0.5, 0.15, 0.35];
      return firm.category === 'C' ? [0.04, 0.04, 0.32 * (0.5 + size(firm))] : [0.02, 0.02, 0.2 * (0.5 + size(firm))];
    },
  },
  {
    name: 'ISO 14001',
    periods: [2, 4],
    cost: [6_000, 18_000],
    chances: (firm) => (firm.mix.has('surface treatment') ? [0.18 + 0.22 * size(firm), 0.04, 0.14] : [0.15, 0, 0]),
  },
  {
    name: 'EN 9100',
    periods: [4, 7],
    cost: [30_000, 80_000],
    chances: (firm) =>
      firm.category === 'A' ? [0.5, 0, 0.2] : having('5-axis milling', () => [0.2, 0.05, 0.15])(firm),
  },
  {
    name: 'IPC-A-610',
    scope: 'electronics assembly',
    periods: [1, 2],
    cost: [3_000, 9_000],
    chances: having('electronics assembly', (firm) => (near(firm) ? [0.9, 0, 0.1] : [0.32, 0.04, 0.15])),
  },
  {
    name: 'IPC-A-620',
    scope: 'cable harness',
    periods: [1, 2],
    cost: [3_000, 9_000],
    chances: having('cable harness', (firm) => (near(firm) ? [0.9, 0, 0.1] : [0.34, 0.04, 0.15])),
  },
];
