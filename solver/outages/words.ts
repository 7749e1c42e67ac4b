import type { DomainExposure } from '../../scenarios/domain/robustness.ts';
import type { Fraction } from '../../scenarios/domain/units.ts';
import { counted, figure, percent } from '../figure-words.ts';

/** How a plan stands against one loss, in sentences. */
export function domainWords(exposure: Omit<DomainExposure, 'words'>, serviceLevel: Fraction): string {
  return [survivalWords(exposure, serviceLevel), worstWords(exposure), reserveWords(exposure)]
    .filter((words) => words !== '')
    .join(' ');
}

function survivalWords(
  { losses, timeToSurvive: { periods, atLeast }, timeToRecover, failing }: Omit<DomainExposure, 'words'>,
  serviceLevel: Fraction,
): string {
  const what = `Without ${losses.join(' and ')}`;
  const level = `${percent(serviceLevel)} of what is planned`;
  const recover = `${counted(timeToRecover, 'period')} to recover`;
  const survives = atLeast
    ? `deliveries keep to ${level} for at least ${counted(periods, 'period')}`
    : `deliveries keep to ${level} for ${counted(periods, 'period')}`;
  const passes =
    failing === 0 ? 'every outage passes' : `${counted(failing, 'outage')} of it ${failing === 1 ? 'fails' : 'fail'}`;
  return `${what} ${survives}, against ${recover}; ${passes}.`;
}

function worstWords({ worst }: Omit<DomainExposure, 'words'>): string {
  if (!worst) return 'Nothing is lost in any period: stock and the other sources bridge it.';
  const products = worst.products.map(({ product, quantity }) => `${figure(quantity)} ${product}`).join(' and ');
  const money = worst.money.basis === 'value' ? 'worth' : 'and with the firms lost goes spend of';
  const when = worst.from === worst.to ? worst.from : `${worst.from} to ${worst.to}`;
  const [first] = worst.takeover;
  const moved = first
    ? ` ${first.supplier} takes over most: ${figure(first.extra)} ${first.item}.`
    : ' Nobody takes anything over.';
  return `The worst is ${when}: ${products} (${percent(worst.share)}) are lost, ${money} € ${figure(worst.money.amount)}.${moved}`;
}

function reserveWords({ reserve }: Omit<DomainExposure, 'words'>): string {
  if (!reserve) return '';
  if (reserve.surge === null) return 'No surge of the firms that are awarded is enough: another source is needed.';
  const hours = (reserve.hours ?? []).map(({ process, hours: own }) => `${figure(own)} h of ${process}`).join(', ');
  const or = hours === '' ? '' : `, or where it is worst with ${hours} more`;
  return `It passes with ${percent(reserve.surge)} more surge${or}.`;
}
