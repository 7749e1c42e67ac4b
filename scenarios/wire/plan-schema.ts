import { z } from 'zod';
import type {
  AimPrices,
  AimResult,
  AwardRow,
  CaseAim,
  CasePlan,
  CasePriceCertificate,
  CasePrices,
  CertificatePlanRow,
  CommitmentPlanRow,
  CostBreakdown,
  CountPrice,
  ExpansionPlanRow,
  HireRow,
  ItemPeriodRow,
  ItemPrices,
  MemberRow,
  Plan,
  PlanLimits,
  PriceCertificate,
  ProductionRow,
  ProductRow,
  RampUpRow,
  ReportedRow,
  RuleRow,
  ShipmentRow,
  ShortfallRow,
  UnprotectedRow,
  VolumePrice,
} from '../domain/plan.ts';
import type { PlanRisk, RiskRow } from '../domain/risk.ts';
import { oneOf, type Shape } from './fields.ts';

const text = z.string('text');
const number = z.number('a finite number');
const whole = number.int('a whole number');
const orNull = <Schema extends z.ZodType>(schema: Schema) => schema.nullable();
const hex = z.string('text').regex(/^[0-9a-f]{64}$/, '64 lower-case hexadecimal digits');
const role = oneOf(['source', 'second-source', 'standby', 'incumbent']);
const list = <Schema extends z.ZodType>(entry: Schema) => z.array(entry, 'a list');

const aim = {
  ...{ aim: oneOf(['shortfall', 'unprotected', 'cost']), value: number, bound: number, gap: number },
  conditional: z.strictObject({ bound: number, gap: number }).exactOptional(),
};

const limits = {
  gap: number,
  timeLimit: number,
  workLimit: orNull(number),
  hit: orNull(oneOf(['time', 'work', 'interrupt', 'engine', 'learning'])),
};

const cost = {
  production: number,
  bought: number,
  transport: number,
  onboarding: number,
  qualification: number,
  certificates: number,
  capex: number,
  hiring: number,
  stock: number,
  commitments: number,
};

const product = {
  product: text,
  period: text,
  required: number,
  delivered: number,
  backlog: number,
  multiple: orNull(number),
};

const member = {
  supplier: text,
  roles: list(role),
  start: text,
  firstPeriod: orNull(text),
  spend: number,
  share: number,
};

const award = {
  supplier: text,
  item: text,
  share: number,
  firstPeriod: orNull(text),
  qualificationCost: number,
  role,
};

const production = { supplier: text, item: text, period: text, quantity: number, unitCost: number };
const shipment = { item: text, from: text, to: orNull(text), consumer: text, quantity: number };
const itemPeriod = { item: text, period: text, quantity: number };
const shortfall = { ...itemPeriod, causes: list(text) };
const expansion = { supplier: text, process: text, option: text, period: text, count: whole };
const commitment = {
  ...{ supplier: text, item: text, rule: text, year: whole },
  ...{ promised: number, bought: number, payment: number },
};
const hire = { supplier: text, period: text, heads: number };
const certificate = { supplier: text, certificate: text, start: text, firstPeriod: text, cost: number };

const rampUp = {
  period: text,
  required: number,
  delivered: number,
  multiple: orNull(number),
  hours: number,
  hires: number,
  capex: number,
  prefinancing: orNull(number),
};

const rule = { rule: text, holds: z.boolean('true or false'), slack: orNull(number), price: orNull(number) };
const reported = {
  ...{ code: text, message: text, item: orNull(text), supplier: orNull(text) },
  rule: text.exactOptional(),
};

const row = <Fields extends z.core.$ZodLooseShape>(fields: Fields) => z.strictObject(fields, 'a block');
const rows = <Fields extends z.core.$ZodLooseShape>(fields: Fields) => list(row(fields));

const unprotected = {
  ...{ rule: text, domain: text, losses: list(text), from: text, to: text, product: text },
  quantity: number,
};

const aimPrices = {
  periods: list(text),
  most: orNull(number),
  theta: number,
  lambda: rows({ item: text, prices: list(number) } satisfies Shape<ItemPrices>),
  phi: rows({ item: text, prices: list(number) }),
  pi: rows({ rule: text, item: orNull(text), price: number } satisfies Shape<CountPrice>),
  tau: rows({ supplier: text, item: text, price: number } satisfies Shape<VolumePrice>),
};
const pricesOrClaim = orNull(row(aimPrices satisfies Shape<AimPrices>));
const casePrices = { name: text, shortfall: pricesOrClaim, cost: pricesOrClaim };
const pricesByCase = {
  kind: z.literal('prices-by-case', 'prices-by-case'),
  cases: rows(casePrices satisfies Shape<CasePrices>),
};
const prices = { kind: z.literal('prices', 'prices'), shortfall: pricesOrClaim, cost: pricesOrClaim };

const casePlan = {
  name: text,
  probability: number,
  aims: rows({ aim: aim.aim, value: number } satisfies Shape<CaseAim>),
  cost: row(cost),
  products: rows(product),
  continuation: rows(product),
  members: rows(member),
  awards: rows(award),
  production: rows(production),
  shipments: rows(shipment),
  stock: rows(itemPeriod),
  shortfall: rows(shortfall),
  pastDue: rows(itemPeriod),
  hires: rows(hire),
  commitments: rows(commitment),
  rampUp: rows(rampUp),
  rules: rows(rule),
};

/** plan.json, strictly: an unknown or a missing key is a breach. Keys come out in the order of the domain type. */
export const planSchema = row({
  format: z.literal('gilde-plan/1', 'gilde-plan/1'),
  scenario: row({ name: text, sha256: hex }),
  engine: row({ name: text, version: text }),
  strategy: text,
  seed: whole,
  limits: row(limits satisfies Shape<PlanLimits>),
  status: oneOf(['optimal', 'feasible', 'infeasible', 'unknown']),
  digest: hex,
  aims: rows(aim satisfies Shape<AimResult>),
  cost: row(cost satisfies Shape<CostBreakdown>),
  products: rows(product satisfies Shape<ProductRow>),
  continuation: rows(product),
  members: rows(member satisfies Shape<MemberRow>),
  awards: rows(award satisfies Shape<AwardRow>),
  production: rows(production satisfies Shape<ProductionRow>),
  shipments: rows(shipment satisfies Shape<ShipmentRow>),
  stock: rows(itemPeriod satisfies Shape<ItemPeriodRow>),
  shortfall: rows(shortfall satisfies Shape<ShortfallRow>),
  pastDue: rows(itemPeriod),
  expansions: rows(expansion satisfies Shape<ExpansionPlanRow>),
  certificates: rows(certificate satisfies Shape<CertificatePlanRow>),
  hires: rows(hire satisfies Shape<HireRow>),
  commitments: rows(commitment satisfies Shape<CommitmentPlanRow>),
  rampUp: rows(rampUp satisfies Shape<RampUpRow>),
  robustness: z.discriminatedUnion(
    'assessed',
    [
      row({ assessed: z.literal(false, 'false') }),
      row({
        assessed: z.literal(true, 'true'),
        outages: whole,
        entered: whole,
        unprotected: rows(unprotected satisfies Shape<UnprotectedRow>),
      }),
    ],
    'assessed: true or false',
  ),
  rules: rows(rule satisfies Shape<RuleRow>),
  reported: rows(reported satisfies Shape<ReportedRow>),
  certificate: z.discriminatedUnion(
    'kind',
    [
      row({ kind: z.literal('engine-claimed', 'engine-claimed') }),
      row(prices satisfies Shape<PriceCertificate>),
      row(pricesByCase satisfies Shape<CasePriceCertificate>),
    ],
    'engine-claimed, prices or prices-by-case',
  ),
  conflict: list(text),
  cases: rows(casePlan satisfies Shape<CasePlan>).exactOptional(),
  risk: row({
    level: number,
    weight: number,
    aims: rows({ aim: oneOf(['shortfall', 'cost']), mean: number, cvar: number } satisfies Shape<RiskRow>),
  } satisfies Shape<PlanRisk>).exactOptional(),
} satisfies Shape<Plan>);
