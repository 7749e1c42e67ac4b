import type { Fraction } from './units.ts';

export const LEGAL_FORM_NAMES = ['edf-2021', 'edip-2025', 'safe-2025', 'nl-50'] as const;
export type LegalFormName = (typeof LEGAL_FORM_NAMES)[number];

/** What a legal form asks of a plan; `part` names it after the form. */
export type LegalFormAsk =
  /** Members in the perimeter belong to at least so many different firms, or countries. */
  | { readonly part: string; readonly different: 'group' | 'country'; readonly atLeast: number }
  /** At least this part of the value of what is made and bought comes from the perimeter. */
  | { readonly part: string; readonly valueFromPerimeter: Fraction };

/** A legal form as far as rules of a plan can state it. */
export interface LegalFormFacts {
  readonly name: string;
  /** Where it stands. */
  readonly source: string;
  /** Of the source: a day, or a year where the day is not known here. */
  readonly date: string;
  /** True: not compared with the Official Journal (or the agreement) yet. */
  readonly unverified: boolean;
  /** Countries that count, by code; EU stands for its member states. */
  readonly perimeter: readonly string[];
  readonly asks: readonly LegalFormAsk[];
  /** What it asks beside, which no rule of a plan states. */
  readonly beside: string;
}

/** The members of EFTA that are in the European Economic Area. */
const EEA_EFTA = ['IS', 'LI', 'NO'] as const;

/** The legal forms that a scenario can name. Data: what they come to is worked out where rules are read. */
export const LEGAL_FORMS: { readonly [Name in LegalFormName]: LegalFormFacts } = {
  'edf-2021': {
    name: 'European Defence Fund',
    source: 'Regulation (EU) 2021/697, Article 10(4)',
    date: '2021-04-29',
    unverified: true,
    perimeter: ['EU', 'NO'],
    // Three firms in three countries: then three that no common firm controls stand in two countries at least.
    asks: [
      { part: 'firms', different: 'group', atLeast: 3 },
      { part: 'countries', different: 'country', atLeast: 3 },
    ],
    beside: 'control by third countries, place of infrastructure, kinds of action',
  },
  'edip-2025': {
    name: 'European Defence Industry Programme',
    source: 'Regulation (EU) 2025/2643',
    date: '2025',
    unverified: true,
    perimeter: ['EU', ...EEA_EFTA],
    asks: [{ part: 'content', valueFromPerimeter: 0.65 }],
    beside: 'common procurement by at least three countries, which speaks of the buyers; design authority',
  },
  'safe-2025': {
    name: 'Security Action for Europe',
    source: 'Council Regulation (EU) 2025/1106',
    date: '2025-05-27',
    unverified: true,
    perimeter: ['EU', ...EEA_EFTA, 'UA'],
    asks: [{ part: 'content', valueFromPerimeter: 0.65 }],
    beside: 'common procurement, which speaks of the buyers; design authority over complex systems',
  },
  'nl-50': {
    name: 'Half of the spending in the Dutch and European economies',
    source: 'aim of the Dutch coalition for defence spending',
    date: '2025',
    unverified: true,
    perimeter: ['EU'],
    asks: [{ part: 'content', valueFromPerimeter: 0.5 }],
    beside: 'production in the Netherlands where possible, which is no threshold',
  },
};
