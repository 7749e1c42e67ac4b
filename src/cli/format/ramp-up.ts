import type { Plan, RampUpRow } from '../../../scenarios/domain/plan.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { dimHeader, type Look, section } from './look.ts';
import { count, oneDecimal, prose } from './number.ts';
import { type Column, table } from './table.ts';
import { displayWidth, wrap } from './text.ts';

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
const BAR = { least: 8, most: 40 };
const NEGLIGIBLE = 5e-4;

/** A bar of `value` out of `most` that takes at most `width` columns, to an eighth of one. */
export function bar(value: number, most: number, width: number): string {
  const eighths = most > 0 ? Math.round((Math.min(value, most) / most) * width * 8) : 0;
  return '█'.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8];
}

/** Delivered as a solid bar, what is missing of the requirement as `░` after it. */
function deliveredBar(row: RampUpRow, most: number, width: number, look: Look): string {
  const solid = bar(row.delivered, most, width);
  if (row.required - row.delivered <= NEGLIGIBLE * row.required) return solid;
  const missing = Math.max(1, Math.round((row.required / most) * width) - solid.length);
  return solid + look.paint.red('░'.repeat(missing));
}

const unitOf = (scenario: Scenario): string => {
  const plain = scenario.programmes.every((programme) => programme.weight === 1);
  return plain ? 'units per period' : 'units times their weight, per period';
};

/** What is wanted besides the products, in all: `Besides, 204 of 204 units of 2 other items in demand.csv are delivered.` */
function independent(plan: Plan, scenario: Scenario): string | undefined {
  const products = new Set(scenario.programmes.map(({ product }) => product));
  if (products.size === 0) return undefined;
  const rows = plan.products.filter(({ product, required }) => !products.has(product) && required > 0);
  if (rows.length === 0) return undefined;
  const total = (units: (row: Plan['products'][number]) => number): string =>
    prose(rows.reduce((sum, row) => sum + units(row), 0));
  const items = count(new Set(rows.map(({ product }) => product)).size, 'other item');
  return `Besides, ${total((row) => row.delivered)} of ${total((row) => row.required)} units of ${items} in demand.csv are delivered.`;
}

/** Required and delivered by period, the multiple of the baseline, and a bar. */
export function rampUpLines(plan: Plan, scenario: Scenario, look: Look): string[] {
  if (plan.rampUp.length === 0) return [];
  const columns: Column<RampUpRow>[] = [
    { header: 'Period', cell: (row) => row.period },
    { header: 'Required', cell: (row) => oneDecimal(row.required), align: 'right' },
    { header: 'Delivered', cell: (row) => oneDecimal(row.delivered), align: 'right' },
    {
      header: 'Multiple',
      cell: (row) => (row.multiple === null ? '–' : `${row.multiple.toFixed(2)}×`),
      align: 'right',
    },
  ];
  const lines = table(columns, plan.rampUp, look.width);
  const used = Math.max(...lines.map(displayWidth));
  const width = Math.min(BAR.most, Math.max(BAR.least, look.width - used - 2));
  const most = Math.max(...plan.rampUp.map((row) => Math.max(row.required, row.delivered)));
  const drawn = dimHeader(lines, look).map((line, at) => {
    const row = plan.rampUp[at - 1];
    return row === undefined ? line : `${line}  ${deliveredBar(row, most, width, look)}`.trimEnd();
  });
  const spares = independent(plan, scenario);
  if (spares !== undefined) drawn.push(...wrap(spares, look.width).map(look.paint.dim));
  const legend = plan.shortfall.length > 0 ? `, ░ is missing` : '';
  return section(`Ramp-up (${unitOf(scenario)}${legend})`, drawn, look);
}
