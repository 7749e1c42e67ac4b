import type { BreakingSet, KindStress } from '../../scenarios/domain/stress.ts';
import type { Fraction } from '../../scenarios/domain/units.ts';
import { counted, figure, percent } from '../figure-words.ts';

/** What breaks a plan, in sentences. */
export function stressWords(stress: Omit<KindStress, 'words'>, target: Fraction): string {
  const { domain, domains, smallest, atLeast, proof, pivotal } = stress;
  if (domains === 0) return `No ${domain} has anything of the plan that could be lost.`;
  if (!smallest && proof === 'exact')
    return `All of ${counted(domains, domain)} can be lost at once: ${percent(target)} of what is planned is left whatever happens.`;
  const least = `at least ${counted(atLeast, domain)} must be lost`;
  if (!smallest) return `Time was up before a set was found that breaks the plan; ${least}.`;
  const size = smallest.losses.length;
  const proven =
    proof === 'exact'
      ? size === 1
        ? ''
        : ` No ${size === 2 ? `single ${domain} does` : `${counted(size - 1, domain)} do`}.`
      : ` Time was up before it was known whether fewer do; ${least}.`;
  const held = pivotal && pivotal.length > 0 ? ` Every smallest set has ${pivotal.join(' and ')}.` : '';
  return `${breakWords(smallest)}${proven}${held}`;
}

function breakWords({ losses, from, to, left, products }: BreakingSet): string {
  const each = products.map((row) => `${figure(row.left)} of ${figure(row.planned)} ${row.product} ${when(row)}`);
  const told = each.length === 0 ? '' : `: ${each.join(', ')}`;
  return `Without ${losses.join(' and ')} ${when({ from, to })} ${left === 0 ? 'nothing' : `only ${percent(left)}`} of what is planned is left${told}.`;
}

const when = ({ from, to }: Pick<BreakingSet, 'from' | 'to'>): string =>
  from === to ? `in ${from}` : `from ${from} to ${to}`;
