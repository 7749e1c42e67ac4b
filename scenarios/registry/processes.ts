import { roundTo } from './random.ts';

/** The usual rate of each process in euro an hour: an assumption, of the order that Dutch job shops quote. */
export const USUAL_RATES: Readonly<Record<string, number>> = {
  welding: 72,
  'large milling': 98,
  milling: 82,
  '5-axis milling': 104,
  turning: 78,
  grinding: 88,
  honing: 90,
  'gear cutting': 102,
  'sheet metal': 70,
  'heavy pressing': 92,
  'tube bending': 74,
  'surface treatment': 66,
  'heat treatment': 95,
  'cable harness': 58,
  'electronics assembly': 64,
  'hydraulics assembly': 76,
  'mechanical assembly': 68,
  test: 80,
  casting: 76,
  forging: 80,
  additive: 96,
  composites: 74,
};

/** Euro an hour of a process at a firm that is `dear` times as expensive as usual, in halves, €55 to €110. */
export const rateOf = (firm: { readonly dear: number }, process: string): number =>
  Math.min(110, Math.max(55, roundTo(USUAL_RATES[process]! * firm.dear, 0.5)));
