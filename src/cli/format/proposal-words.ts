import type { Figures, ProposedPlan, Skipped } from '../../services/propose.ts';
import { count, euro, percent, prose, whole } from './number.ts';

export const PROPOSAL_NAMES: Readonly<Record<ProposedPlan['name'], string>> = {
  cheapest: 'cheapest',
  'most-dutch': 'most Dutch',
  'fewest-firms': 'fewest firms',
  'most-spread': 'most spread',
  different: 'different',
};

const EXACT = 1e-6;
/** Changes of a share below these are no news: a point of the Dutch share, five of the largest. */
const NEWS = { dutch: 0.01, largest: 0.05 };

type Compared = Pick<ProposedPlan, 'name' | 'plan' | 'aims' | 'figures' | 'hit'>;

/** What a proposal gains and what it gives up against the cheapest, in one line: `3 firms fewer than the cheapest for € 1.2 m (2.1 %) more`. */
export function proposalWords(proposal: Compared, cheapest: Compared, allowance: number): string {
  const { name, plan, figures, hit } = proposal;
  const stopped = hit === null ? [] : ['its search was ended by a limit'];
  if (plan.status === 'infeasible') return 'no plan can hold all rules';
  if (plan.status === 'unknown') return 'no plan was found before a limit was reached';
  if (name === 'cheapest') {
    const firms = `${count(figures.members, 'firm')} for ${euro(figures.cost)}`;
    return [firms, ...standbyWords(figures), ...costDistance(proposal), ...openShortfall(proposal), ...stopped].join(
      '; ',
    );
  }
  const gain = `${gains(name, figures, cheapest.figures)} ${price(figures, cheapest.figures)}`;
  const effects = [...sideEffects(name, figures, cheapest.figures), ...standbyWords(figures)];
  return [gain, ...effects, ...distance(proposal, allowance), ...stopped].join('; ');
}

/** `1 firm on standby, abroad`: members that make nothing do not show in shares of what is made. */
function standbyWords({ standby: { members, abroad } }: Figures): string[] {
  if (members === 0) return [];
  const where = abroad === 0 ? '' : abroad === members ? ', abroad' : `, ${whole(abroad)} of them abroad`;
  return [`${count(members, 'firm')} on standby${where}`];
}

function costDistance({ aims }: Compared): string[] {
  const gap = aims.find(({ aim }) => aim === 'cost')?.gap ?? 0;
  if (gap >= 1) return ['the least possible cost is not known yet'];
  return [gap <= EXACT ? 'the least possible cost' : `within ${percent(gap)} of the least possible cost`];
}

/** All proposals are as short as the first one, so that it matters where its shortfall is not proven to be the least. */
function openShortfall({ plan, aims }: Compared): string[] {
  const short = aims.find(({ aim }) => aim === 'shortfall');
  const open = short === undefined || plan.status === 'optimal' ? 0 : short.value - short.bound;
  return open <= EXACT ? [] : [`the shortfall of ${prose(short?.value ?? 0)} units may be up to ${prose(open)} less`];
}

function gains(name: Compared['name'], own: Figures, cheapest: Figures): string {
  switch (name) {
    case 'most-dutch':
      return `${percent(own.dutchShare ?? 0)} made in the Netherlands instead of ${percent(cheapest.dutchShare ?? 0)}`;
    case 'fewest-firms':
      return `${count(cheapest.members - own.members, 'firm')} fewer than the cheapest`;
    case 'most-spread':
      return `no firm gets more than ${largest(own)} instead of ${largest(cheapest)}`;
    default: {
      const { leavesOut, adds } = own.differences.find(({ from }) => from === 1) ?? { leavesOut: [], adds: [] };
      const taken = adds.length === 0 ? 'none' : count(adds.length, 'other');
      return `${whole(leavesOut.length)} of the ${count(cheapest.members, 'firm')} of the cheapest left out and ${taken} taken in`;
    }
  }
}

const largest = ({ largest }: Figures): string =>
  largest === null ? '€ 0' : `${euro(largest.spend)} (${percent(largest.share)})`;

function price(own: Figures, cheapest: Figures): string {
  const more = own.cost - cheapest.cost;
  if (Math.abs(own.dearer) <= EXACT) return 'at the same cost';
  return `for ${euro(Math.abs(more))} (${percent(Math.abs(own.dearer))}) ${more > 0 ? 'more' : 'less'}`;
}

/** What else changes enough to be told. */
function sideEffects(name: Compared['name'], own: Figures, cheapest: Figures): string[] {
  const told: string[] = [];
  const firms = own.members - cheapest.members;
  if (name !== 'fewest-firms' && name !== 'different' && firms !== 0) {
    told.push(`${count(Math.abs(firms), 'firm')} ${firms > 0 ? 'more' : 'fewer'}`);
  }
  const [dutch, before] = [own.dutchShare ?? 0, cheapest.dutchShare ?? 0];
  if (name !== 'most-dutch' && Math.abs(dutch - before) >= NEWS.dutch) {
    told.push(`${percent(dutch)} made in the Netherlands instead of ${percent(before)}`);
  }
  const share = own.largest?.share ?? 0;
  if (name !== 'most-spread' && Math.abs(share - (cheapest.largest?.share ?? 0)) >= NEWS.largest) {
    told.push(`the largest firm gets ${percent(share)} instead of ${percent(cheapest.largest?.share ?? 0)}`);
  }
  return told;
}

/** How far its measure may be from what is possible within the allowance. */
function distance({ name, aims }: Compared, allowance: number): string[] {
  const within = `within ${percent(allowance)}`;
  const measure = aims[1];
  if (measure === undefined) return [];
  if (name === 'fewest-firms') {
    return [measure.gap <= EXACT ? `fewer is not possible ${within}` : `at least ${whole(measure.bound)} are needed`];
  }
  if (measure.gap <= EXACT) return [];
  const what = { 'value-abroad': 'made abroad', 'largest-spend': 'for the largest firm' }[String(measure.aim)];
  if (what !== undefined) return [`at least ${euro(measure.bound)} ${what} ${within}, here ${euro(measure.value)}`];
  return [`within ${percent(measure.gap)} of the cheapest that differs so much`];
}

/** Why a purpose has no proposal of its own, in one line. */
export function skippedWords(skipped: Skipped, allowance: number): string {
  const name = PROPOSAL_NAMES[skipped.name];
  const within = `within ${percent(allowance)} of the least cost`;
  switch (skipped.why) {
    case 'pointless':
      return `${name}, not proposed: ${skipped.reason}`;
    case 'met':
      return `${name}, not proposed: ${metWords(skipped, within)}`;
    case 'impossible':
      return `no other one: ${within} no plan leaves out a tenth (one at least) of the firms of each proposal above`;
    case 'undecided':
      return `no other one: a limit was reached before a plan was found that leaves out a tenth of the firms of each above`;
    case 'stopped':
      return `stopped by hand before the proposal "${name}" was finished`;
  }
}

/** `proposal 1 has 4 firms already, and within 5 % of the least cost no plan has fewer`. */
function metWords({ name, by, value, bound, hit }: Extract<Skipped, { why: 'met' }>, within: string): string {
  const counts = name === 'fewest-firms';
  const figure = (amount: number) => (counts ? count(amount, 'firm') : euro(amount));
  const already = name === 'most-dutch' ? 'made abroad already' : 'already';
  const has = name === 'most-spread' ? 'pays no firm more than' : 'has';
  const limit = hit === null ? '' : ' before a limit was reached';
  const proven = value - bound <= EXACT * Math.max(1, Math.abs(value));
  const rest = proven
    ? `${within} no plan has ${counts ? 'fewer' : 'less'}`
    : `${within} nothing clearly better was found${limit} (the least possible is ${figure(bound)})`;
  return `proposal ${by} ${has} ${figure(value)} ${already}, and ${rest}`;
}
