import type { RampUpRow } from '../../scenarios/domain/plan.ts';
import { plansPrefinancing } from '../../scenarios/prefinancing.ts';
import { prefinancing } from './budget.ts';
import type { Check, CheckContext, Fault } from './check.ts';
import { capexOf } from './expansion.ts';
import { figureFault } from './faults.ts';
import { hoursPerSupplier } from './hours-per-supplier.ts';

/**
 * One row for each period 1..T:
 *
 *   required = Σ weight · D,  delivered = Σ weight · delivered,  hours = Σ h[s,w,p] · x[s,w,t],  capex of what is bought in it,
 *   multiple = Σ weight · delivered ÷ Σ weight · baseline over the programmes that state a baseline, null where none does
 *
 * Required and delivered are of the programmes' products; without programmes, of all. Hires are those of the table. Pre-financing is null
 * where no payment term and no budget speaks of it.
 */
export const rampUp: Check = {
  name: 'ramp-up',
  check(context) {
    const { stated, plan } = context;
    const rows = new Map(plan.rampUp.map((row) => [row.period, row]));
    const hours = hoursPerPeriod(context);
    const faults: Fault[] = [];
    for (let t = 1; t <= stated.horizon; t++) {
      const period = stated.label(t);
      const row = rows.get(period);
      if (!row) faults.push({ period, message: `no row sums up ${period}` });
      else faults.push(...rowFaults(row, { ...totals(context, t), hours: hours[t]! }));
    }
    return { faults };
  },
};

type Figures = Omit<RampUpRow, 'period'>;

function rowFaults(row: RampUpRow, expected: Figures): Fault[] {
  const figures = Object.keys(expected) as (keyof Figures)[];
  const { period } = row;
  return figures.flatMap((name) => figureFault({ period }, `${name} in ${period}`, row[name], expected[name]));
}

function totals(context: CheckContext, t: number): Omit<Figures, 'hours'> {
  const { stated, view, plan } = context;
  const financed = plansPrefinancing(stated.scenario) ? prefinancing(context, t) : null;
  let required = 0;
  let delivered = 0;
  let ramped = 0;
  let baseline = 0;
  const programmes = stated.demand.filter(({ kind }) => kind === 'programme');
  for (const demand of programmes.length > 0 ? programmes : stated.demand) {
    const units = demand.weight * (view.deliveredOf(demand.item)?.[t] ?? 0);
    required += demand.weight * demand.required[t]!;
    delivered += units;
    if (demand.baseline === null) continue;
    ramped += units;
    baseline += demand.weight * demand.baseline;
  }
  const multiple = baseline === 0 ? null : ramped / baseline;
  const now = stated.label(t);
  const bought = plan.expansions.filter(({ period }) => period === now);
  const capex = bought.reduce((sum, row) => sum + capexOf(stated, row), 0);
  const hires = plan.hires.reduce((sum, { period, heads }) => sum + (period === now ? heads : 0), 0);
  return { required, delivered, multiple, hires, capex, prefinancing: financed };
}

function hoursPerPeriod(context: CheckContext): Float64Array {
  const sum = new Float64Array(context.stated.horizon + 1);
  for (const own of hoursPerSupplier(context).values()) for (let t = 1; t < sum.length; t++) sum[t]! += own[t]!;
  return sum;
}
