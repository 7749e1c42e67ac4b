import type { SheetPeriod, SupplierSheet } from '../../../scenarios/domain/supplier-sheet.ts';
import { grouped } from '../../../scenarios/grouped.ts';

const WHOLE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const FIGURE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const PRICE = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

const euro = (value: number): string => `€ ${WHOLE.format(value + 0)}`;
const percent = (fraction: number): string => `${FIGURE.format(fraction * 100)} %`;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u001f\u007f]+/g;

/** A name of a stranger's file as plain text of one line: nothing in it is markup. */
const plain = (text: string): string => text.replace(CONTROL, ' ').replace(/[\\`*_{}[\]<>()#+!|~&-]/g, '\\$&');

type Align = 'left' | 'right';

function table(header: readonly (readonly [string, Align])[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(header.map(([name]) => name)),
    line(header.map(([, align]) => (align === 'left' ? '---' : '---:'))),
    ...rows.map(line),
  ];
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines];

/** The sheet for the people of the firm, in Markdown. */
export function sheetMarkdown(sheet: SupplierSheet): string {
  const { supplier, name, scenario, plan } = sheet;
  const title = name === null ? plain(supplier) : `${plain(name)} (${plain(supplier)})`;
  return `${[
    `# ${title}`,
    '',
    `Your part in the plan ${plain(scenario)} (${plan.slice(0, 12)}).`,
    ...section('In short', inShort(sheet)),
    ...section('Before the first delivery', toDo(sheet)),
    ...section('By period', byPeriod(sheet)),
    ...section('Items', items(sheet)),
    ...section('Hours by process', hours(sheet)),
    ...section('How it is reckoned', reckoned(sheet)),
  ].join('\n')}\n`;
}

function inShort(sheet: SupplierSheet): readonly string[] {
  const { roles, start, firstPeriod, revenue, investment, peakPrefinancing, payback } = sheet;
  const first = firstPeriod === null ? 'No volume is planned: you are a standby' : `First delivery: ${firstPeriod}`;
  const needed = payback.marginNeeded === null ? '' : ` A margin of ${percent(payback.marginNeeded)} earns it back.`;
  const assumed =
    payback.margin === null
      ? ''
      : ` At ${percent(payback.margin)} it is earned back ${payback.period === null ? 'not within the horizon' : `by the end of ${payback.period}`}.`;
  return [
    `- Role: ${roles.join(', ')}. Start: ${start}. ${first}.`,
    `- Revenue over the horizon: ${euro(revenue)}. Investment: ${euro(investment)}.`,
    `- Largest need for pre-financing: ${euro(peakPrefinancing.euro)}, at the end of ${peakPrefinancing.period}.`,
    `- Outlay (investment, onboarding, qualification, certificates): ${euro(payback.outlay)}.${payback.outlay > 0 ? needed + assumed : ''}`,
  ];
}

/** Certificates first: they have dates of others. */
function toDo({ certificates, awards, onboardingCost, start }: SupplierSheet): readonly string[] {
  const done = ({ qualification }: SupplierSheet['awards'][number]) =>
    qualification.cost === 0 && qualification.longest === null;
  const rows = [
    ...certificates.map((row) => [
      `Obtain ${plain(row.certificate)}`,
      row.start,
      `valid from ${row.firstPeriod}`,
      euro(row.cost),
    ]),
    ...(onboardingCost > 0 ? [['Onboarding', start, '', euro(onboardingCost)]] : []),
    ...awards
      .filter((award) => !done(award))
      .map(({ item, qualification }) => {
        const wait = qualification.longest === null ? '' : ` (${plain(qualification.longest)})`;
        const until = `output possible from ${qualification.readyFrom}${wait}`;
        return [`Qualify ${plain(item)}`, qualification.start, until, euro(qualification.cost)];
      }),
  ];
  if (rows.length === 0) return [];
  return table(
    [
      ['What', 'left'],
      ['Start', 'left'],
      ['Done', 'left'],
      ['Cost', 'right'],
    ],
    rows,
  );
}

const isBusy = (row: SheetPeriod): boolean =>
  row.hours > 0 || row.revenue > 0 || row.investment > 0 || row.hires > 0 || row.prefinancing > 0;

function byPeriod({ periods, investment }: SupplierSheet): readonly string[] {
  const invests = investment > 0;
  const hires = periods.some((row) => row.hires > 0);
  const rows = periods
    .filter(isBusy)
    .map((row) => [
      row.period,
      WHOLE.format(row.hours),
      euro(row.revenue),
      ...(invests ? [euro(row.investment)] : []),
      ...(hires ? [FIGURE.format(row.hires)] : []),
      euro(row.receivable),
      euro(row.workInProgress),
      euro(row.prefinancing),
    ]);
  if (rows.length === 0) return [];
  return table(
    [
      ['Period', 'left'],
      ['Hours', 'right'],
      ['Revenue', 'right'],
      ...(invests ? ([['Investment', 'right']] as const) : []),
      ...(hires ? ([['Hires', 'right']] as const) : []),
      ['To be paid', 'right'],
      ['In work', 'right'],
      ['Pre-financing', 'right'],
    ],
    rows,
  );
}

function items({ awards, volumes }: SupplierSheet): readonly string[] {
  const made = grouped(volumes, ({ item }) => item);
  return awards.flatMap(({ item, name, role }, at) => {
    const own = made.get(item) ?? [];
    const title = name === null ? plain(item) : `${plain(item)}, ${plain(name)}`;
    const rows = own.map((row) => [
      ...[row.period, FIGURE.format(row.quantity), FIGURE.format(row.hours)],
      ...[`€ ${PRICE.format(row.unitPrice)}`, euro(row.revenue)],
    ]);
    const lines =
      rows.length === 0
        ? ['No volume is planned: a standby, qualified and waiting.']
        : table(
            [
              ['Period', 'left'],
              ['Units', 'right'],
              ['Hours', 'right'],
              ['Price', 'right'],
              ['Revenue', 'right'],
            ],
            rows,
          );
    return [...(at > 0 ? [''] : []), `### ${title} (${role})`, '', ...lines];
  });
}

function hours({ hours: rows }: SupplierSheet): readonly string[] {
  if (rows.length === 0) return [];
  return table(
    [
      ['Process', 'left'],
      ['Period', 'left'],
      ['Hours', 'right'],
      ['You offer', 'right'],
    ],
    rows.map(({ process, period, used, offered }) => [
      ...[plain(process), period, FIGURE.format(used), FIGURE.format(offered)],
    ]),
  );
}

const reckoned = ({ paymentTermDays }: SupplierSheet): readonly string[] => [
  `Pre-financing is what is delivered and not paid for yet (a term of ${WHOLE.format(paymentTermDays)} days) and what is in work for the lead time of`,
  'its item, both at the price of the plan. Outlay is reckoned as if you paid it yourself; who pays is a matter of contract.',
  'Prices and hours are those that the scenario states for you. A plan is not an order.',
];
