import { euro, percent, prose, times, whole } from './number.ts';

const COUNTS: readonly string[] = ['members', 'awards', 'newMembers'];

/** A figure of a plan by its name, in its unit: `€ 252 m`, `3.5×`, `58`; a dash where there is none. */
export function figureWords(name: string, value: number | null | undefined): string {
  if (value === null || value === undefined) return '–';
  if (name === 'multiple') return times(value);
  if (name === 'gap') return percent(value);
  if (COUNTS.includes(name)) return whole(value);
  return /^(delivered|shortfall|unprotected)/.test(name) ? prose(value) : euro(value);
}
