import { z } from 'zod';
import type {
  SheetAward,
  SheetCertificate,
  SheetHours,
  SheetInvestment,
  SheetPayback,
  SheetPeriod,
  SheetVolume,
  SupplierSheet,
} from '../domain/supplier-sheet.ts';
import { oneOf, type Shape } from './fields.ts';

const text = z.string('text');
const number = z.number('a finite number');
const role = oneOf(['source', 'second-source', 'standby', 'incumbent']);

const award = {
  item: text,
  name: text.nullable(),
  role,
  firstPeriod: text.nullable(),
  qualification: z.strictObject({ cost: number, start: text, readyFrom: text, longest: text.nullable() }),
} satisfies Shape<SheetAward>;
const certificate = {
  certificate: text,
  start: text,
  firstPeriod: text,
  cost: number,
} satisfies Shape<SheetCertificate>;
const investment = {
  period: text,
  process: text,
  option: text,
  count: number,
  euro: number,
} satisfies Shape<SheetInvestment>;
const period = {
  period: text,
  hours: number,
  revenue: number,
  investment: number,
  hires: number,
  receivable: number,
  workInProgress: number,
  prefinancing: number,
} satisfies Shape<SheetPeriod>;
const volume = {
  item: text,
  period: text,
  quantity: number,
  hours: number,
  unitPrice: number,
  revenue: number,
} satisfies Shape<SheetVolume>;
const hours = { process: text, period: text, used: number, offered: number } satisfies Shape<SheetHours>;
const payback = {
  outlay: number,
  marginNeeded: number.nullable(),
  margin: number.nullable(),
  period: text.nullable(),
} satisfies Shape<SheetPayback>;

/** The form of a supplier sheet as JSON. */
export const supplierSheetSchema = z.strictObject({
  format: z.literal('gilde-sheet/1'),
  plan: text,
  scenario: text,
  supplier: text,
  name: text.nullable(),
  roles: z.array(role),
  start: text,
  firstPeriod: text.nullable(),
  paymentTermDays: number,
  onboardingCost: number,
  revenue: number,
  investment: number,
  peakPrefinancing: z.strictObject({ period: text, euro: number }),
  payback: z.strictObject(payback),
  awards: z.array(z.strictObject(award)),
  certificates: z.array(z.strictObject(certificate)),
  investments: z.array(z.strictObject(investment)),
  periods: z.array(z.strictObject(period)),
  volumes: z.array(z.strictObject(volume)),
  hours: z.array(z.strictObject(hours)),
} satisfies Shape<SupplierSheet>);

/** The text of a sheet: keys in the order of the domain type, two spaces, a final newline. */
export const serialiseSheet = (sheet: SupplierSheet): string =>
  `${JSON.stringify(supplierSheetSchema.parse(sheet), undefined, 2)}\n`;
