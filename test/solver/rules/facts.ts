import type { RuleStatement, Statement } from '../../support/scenario-builder.ts';
import { SHELF, type Stated, TEN, TWELVE } from './cases.ts';

/** A fact of the scenario that no rule states but that forbids like one. */
export interface FactCase {
  /** The plan is another one where the fact is not there. */
  readonly binds: Pick<Stated, 'aims'> & { readonly with: Statement; readonly without: Statement };
  /** The plan has the same aims with it. */
  readonly idle: { readonly with: Statement; readonly without: Statement };
  /** There is no plan: the rules in conflict, none where the facts alone conflict, and what the answer says; and the facts with which there is one. */
  readonly forbids: {
    readonly with: Statement;
    readonly rules: readonly RuleStatement[];
    readonly says: readonly string[];
    readonly without: Statement;
  };
}

const AQAP = 'AQAP-2110';
const hours = (...each: readonly number[]): NonNullable<Statement['capacity']> =>
  each.map((own, at) => [`S${at + 1}`, 'welding', own] as const);
const certified = (...firms: readonly string[]): NonNullable<Statement['certificates']> =>
  firms.map((supplier) => ({ supplier, certificate: AQAP }));
/** Frames that take a certificate. */
const PROVEN: Statement = { ...TEN, items: [{ item: 'FRAME', kind: 'make', certificates: [AQAP] }] };
/** Prices as without quotes; S1 makes at least so many frames in a quarter. */
const ordered = (minimumOrder: number, firms: readonly string[] = ['S1']): Statement => ({
  quotes: ['S1', 'S2', 'S3'].map((supplier, at) => ({
    ...{ supplier, item: 'FRAME', unitPrice: 10 * (at + 1) },
    ...(firms.includes(supplier) && { minimumOrder }),
  })),
});
const robot = (maximum: number): NonNullable<Statement['expansions']> => [
  {
    ...{ supplier: 'S1', process: 'welding', option: 'robot', hoursPerPeriod: 2, capex: 30, leadTime: 0, maximum },
  },
];
/** Twelve frames on the shelf where the firms have nine hours together. */
const THREE_EACH: Statement = { ...SHELF, capacity: hours(3, 3, 3) };

/** Laws that can forbid by what the tables say. */
export const FACTS: Readonly<Record<string, FactCase>> = {
  capacity: {
    // S1 makes 6 a quarter, S2 the other 4.
    binds: { with: { ...TEN, capacity: hours(6, 10, 10) }, without: TEN, aims: [0, 12 * 10 + 8 * 20 + 100] },
    idle: { with: { ...TEN, capacity: hours(10, 1, 1) }, without: TEN },
    forbids: {
      ...{ with: THREE_EACH, without: SHELF, rules: [] },
      says: [
        'FRAME: a safety stock of 12 units is due in 2026-Q1, when its first source is ready, but no more than 9 units can be there: ' +
          '3 units from S1 (its hours of welding), 3 units from S2 (its hours of welding) and 3 units from S3 (its hours of welding)',
      ],
    },
  },
  certificates: {
    binds: {
      with: { ...PROVEN, certificates: certified('S2', 'S3') },
      without: TEN,
      aims: [0, 20 * 20 + 100],
    },
    idle: { with: { ...PROVEN, certificates: certified('S1') }, without: TEN },
    forbids: {
      with: { ...PROVEN, certificates: certified('S2') },
      rules: [{ id: 'home', rule: 'lock', supplier: 'S1', item: 'FRAME', award: true }],
      says: ['rule home locks S1 on FRAME, which it cannot make: S1 has no AQAP-2110 and cannot obtain it'],
      without: TEN,
    },
  },
  'minimum-order': {
    // S1 may make none or eleven in a quarter of ten.
    binds: { with: { ...TEN, ...ordered(11) }, without: { ...TEN, ...ordered(0) }, aims: [0, 20 * 20 + 100] },
    idle: { with: { ...TEN, ...ordered(10) }, without: { ...TEN, ...ordered(0) } },
    forbids: {
      with: { ...SHELF, ...ordered(11, ['S1', 'S2', 'S3']) },
      ...{ rules: [], without: { ...SHELF, ...ordered(0) } },
      says: [
        'FRAME: a safety stock of 12 units is due in 2026-Q1, when its first source is ready, but no more than 0 units can be there: ' +
          'none from S1, S2 and S3 (its minimum order of 11 units a period)',
      ],
    },
  },
  expansion: {
    // With the robot S1 makes all 24 frames; without it S2 is onboarded for four.
    binds: { with: TWELVE, without: { ...TWELVE, expansions: robot(1) }, aims: [0, 20 * 10 + 4 * 20 + 100] },
    idle: { with: TEN, without: { ...TEN, expansions: robot(1) } },
    forbids: {
      ...{ with: { ...THREE_EACH, expansions: robot(1) }, without: { ...THREE_EACH, expansions: robot(2) } },
      rules: [],
      says: [
        'FRAME: a safety stock of 12 units is due in 2026-Q1, when its first source is ready, but no more than 11 units can be there: ' +
          '5 units from S1 (its hours of welding), 3 units from S2 (its hours of welding) and 3 units from S3 (its hours of welding)',
      ],
    },
  },
};
