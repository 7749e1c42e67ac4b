import type { CommonCause, DomainExposure, RobustnessReport } from '../../../scenarios/domain/robustness.ts';
import { dimHeader, type Look, section } from './look.ts';
import { amount, count, euro, oneDecimal, percent, prose } from './number.ts';
import { type Column, table } from './table.ts';
import { hang, plain, wrap } from './text.ts';

/** Rows of each table that are shown; all are in JSON and CSV. */
const SHOWN = { domains: 15, words: 5, takeover: 3, items: 8, causes: 8 };

const lostWords = ({ domain, losses }: Pick<DomainExposure, 'domain' | 'losses'>): string =>
  plain(`${domain} ${losses.join(' + ')}`);

const moneyWords = ({ worst }: DomainExposure): string =>
  worst ? `${euro(worst.money.amount)}${worst.money.basis === 'spend' ? ' spend' : ''}` : '–';

const COLUMNS: Column<DomainExposure>[] = [
  { header: 'Lost', cell: lostWords, least: 12 },
  {
    header: 'Survives',
    cell: ({ timeToSurvive: { periods, atLeast } }) => `${atLeast ? '≥ ' : ''}${periods}`,
    align: 'right',
  },
  { header: 'Recovers', cell: ({ timeToRecover }) => String(timeToRecover), align: 'right' },
  { header: 'Fails', cell: ({ failing }) => String(failing), align: 'right' },
  { header: 'Worst', cell: ({ worst }) => worst?.from ?? '–' },
  { header: 'Units lost', cell: ({ worst }) => (worst ? oneDecimal(worst.lost) : '0'), align: 'right' },
  { header: 'Share', cell: ({ worst }) => (worst ? percent(worst.share) : '–'), align: 'right' },
  { header: 'Money', cell: moneyWords, align: 'right', optional: true },
  {
    header: 'Surge to pass',
    cell: ({ reserve }) => (reserve ? (reserve.surge === null ? 'none' : `+${percent(reserve.surge)}`) : '–'),
    align: 'right',
    optional: true,
  },
];

/** So many of the rows, and a line that counts the rest. */
function cut<Row>(rows: readonly Row[], most: number, where: string, look: Look): readonly [readonly Row[], string[]] {
  const more = rows.length - most;
  return [rows.slice(0, most), more > 0 ? [look.paint.dim(`… and ${more} more (${where} in --json and --out)`)] : []];
}

function verdict({ failing, outages, unprotected, domains, idle }: RobustnessReport): string {
  const lost = `${count(domains.length, 'loss touches', 'losses touch')} the plan, ${count(idle, 'does', 'do')} not`;
  if (failing === 0) return `The plan survives all ${prose(outages)} outages; ${lost}.`;
  return `${count(failing, 'outage')} of ${prose(outages)} ${failing === 1 ? 'leaves' : 'leave'} ${amount(unprotected, 'weighted unit')} unprotected in all; ${lost}.`;
}

function assumedWords({ assumed }: RobustnessReport): string {
  const { domains, losses, serviceLevel, timeToRecover, surge, requalification } = assumed;
  const what = losses === 1 ? `any one ${domains.join(', ')}` : `any one or two of ${domains.join(', ')}`;
  const moved = requalification ? '; moved work is qualified once more' : '';
  return (
    `Assumed: ${what} makes nothing for ${count(timeToRecover, 'period')}, the others can stretch by ${percent(surge)} (where nothing is asked, as each supplier states), ` +
    `${percent(serviceLevel)} of what is planned is to be delivered${moved}.`
  );
}

function takeoverLines(domain: DomainExposure, look: Look): string[] {
  const rows = domain.worst?.takeover ?? [];
  const [shown, more] = cut(rows, SHOWN.takeover, 'takeover', look);
  return [
    ...shown.flatMap(({ supplier, item, planned, extra }) =>
      hang(
        `· ${plain(supplier)} makes ${prose(extra)} more ${plain(item)} than the ${prose(planned)} planned`,
        look.width,
        2,
      ),
    ),
    ...more.map((line) => `  ${line}`),
  ];
}

const causeWords = ({ item, domain, name, suppliers, all }: CommonCause): string =>
  plain(`${item}: ${all ? 'all' : 'some'} sources (${suppliers.join(', ')}) are of the ${domain} ${name}`);

/** The report for a reader: the verdict, every loss by exposure, the worst in words, then how concentrated the plan is. */
export function robustnessLines(report: RobustnessReport, look: Look): string[] {
  const [domains, moreDomains] = cut(report.domains, SHOWN.domains, 'domains', look);
  const [items, moreItems] = cut(report.items, SHOWN.items, 'items', look);
  const [causes, moreCauses] = cut(report.commonCauses, SHOWN.causes, 'commonCauses', look);
  const told = report.domains.filter(({ worst }) => worst !== null).slice(0, SHOWN.words);
  return [
    ...wrap(verdict(report), look.width).map(look.paint.bold),
    ...wrap(assumedWords(report), look.width).map(look.paint.dim),
    ...section(
      'By exposure (periods survived and to recover; outages that fail; units and money lost in the worst one)',
      domains.length === 0 ? [] : [...dimHeader(table(COLUMNS, domains, look.width), look), ...moreDomains],
      look,
    ),
    ...section(
      'The most exposed',
      told.flatMap((domain) => [...wrap(plain(domain.words), look.width), ...takeoverLines(domain, look)]),
      look,
    ),
    ...section(
      'One cause for several sources',
      [...causes.flatMap((row) => hang(`· ${causeWords(row)}`, look.width, 2)), ...moreCauses],
      look,
    ),
    ...section(
      'Concentration of items (Σ share², 1: one supplier makes all)',
      [
        ...items.map(
          ({ item, sources, producing, concentration }) =>
            `· ${plain(item)}: ${concentration.toFixed(2)}, ${count(producing, 'supplier')} of ${count(sources, 'source')} at work`,
        ),
        ...moreItems,
      ],
      look,
    ),
    ...section(
      'Concentration of spend',
      report.spend.map(
        ({ by, concentration, largest, share }) =>
          `· by ${by}: ${concentration.toFixed(3)}, the largest is ${plain(largest)} with ${percent(share)}`,
      ),
      look,
    ),
  ];
}
