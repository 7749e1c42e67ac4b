import { type Calendar, lastDay, periodLabel } from '../../../scenarios/domain/calendar.ts';
import type {
  CapacityRow,
  CertificateRow,
  ExpansionOption,
  Incumbent,
  Quote,
  Supplier,
} from '../../../scenarios/domain/supplier.ts';
import type { ScenarioGene, SupplierGene } from './genes.ts';
import { type Part, PROCESSES, processNamed } from './write-items.ts';

/** Places a few dozen to a few hundred kilometres apart. */
export const PLACES = [
  { latitude: 52, longitude: 5 },
  { latitude: 52, longitude: 6 },
  { latitude: 53, longitude: 5 },
  { latitude: 51, longitude: 5.5 },
] as const;

export const supplierNamed = (index: number): string => `S${index + 1}`;

function supplierRow(gene: SupplierGene, name: string): Supplier {
  return {
    supplier: name,
    onboardingCost: gene.onboardingCost,
    onboardingPeriods: gene.onboardingPeriods,
    qualificationPeriods: gene.qualificationPeriods,
    hourlyRate: gene.rate,
    tags: gene.tagged ? ['near'] : [],
    country: gene.country,
    employees: gene.employees,
    turnover: gene.turnover,
    ...(gene.group ? { group: gene.group } : {}),
    ...PLACES[gene.place]!,
    ...(gene.category ? { category: gene.category } : {}),
    ...(gene.region ? { region: gene.region.padEnd(5, '1') } : {}),
    ...(gene.defenceHeads === null ? {} : { defenceHeads: gene.defenceHeads }),
    ...(gene.rampRate === null ? {} : { rampRate: gene.rampRate }),
    ...(gene.security ? { securityLevel: gene.security } : {}),
    ...(gene.securityPeriods === null ? {} : { securityPeriods: gene.securityPeriods }),
  };
}

/** Hours by process; the first supplier has a row of each, if only of 0 hours, so that each process is known. */
function capacityRows(gene: SupplierGene, supplier: string, calendar: Calendar): CapacityRow[] {
  return PROCESSES.flatMap((process, p) => {
    const rate = p === 0 && gene.rateOfProcess !== null ? { hourlyRate: gene.rateOfProcess } : {};
    const rows: CapacityRow[] = [];
    if (gene.hours[p]! > 0 || supplier === supplierNamed(0))
      rows.push({ supplier, process, hoursPerPeriod: gene.hours[p]!, ...rate });
    if (gene.later?.process === p && gene.later.period <= calendar.periods) {
      const period = periodLabel(calendar, gene.later.period);
      rows.push({ supplier, process, hoursPerPeriod: gene.later.hours, period, ...rate });
    }
    return rows;
  });
}

/** 0–3 held (3: renewable), 4 held for some periods, 5 in progress, 6–7 obtainable, 8 held for a while and obtainable, 9 none. */
function certificateRows(gene: SupplierGene, supplier: string, calendar: Calendar): CertificateRow[] {
  return gene.certificates.flatMap((choice, i) => {
    const row: CertificateRow = {
      supplier,
      certificate: i === 0 ? 'AQAP-2110' : `EN 1090-2 EXC${gene.executionClass}`,
      status: 'held',
      scope: gene.scope === null ? [] : [processNamed(gene.scope)],
      renewable: false,
      leadTime: 0,
      cost: 0,
    };
    const ending = { validUntil: lastDay(calendar, gene.certificateLead), renewable: choice === 3 };
    const { certificateLead: leadTime, certificateCost: cost } = gene;
    if (choice === 9) return [];
    if (choice < 3) return [row];
    if (choice < 5) return [{ ...row, ...ending }];
    if (choice === 5) return [{ ...row, status: 'in-progress', leadTime }];
    const obtainable: CertificateRow = { ...row, status: 'obtainable', scope: [], leadTime, cost };
    return choice < 8 ? [obtainable] : [{ ...row, ...ending }, obtainable];
  });
}

function quoteRows(gene: SupplierGene, supplier: string, parts: readonly Part[]): Quote[] {
  return parts.flatMap((part, i) => {
    const quote = gene.quotes[i];
    if (!quote || (part.use !== 'routed' && part.use !== 'quoted')) return [];
    if (part.use === 'routed' && part.gene.kind !== 'quoted' && quote.price === 0) return [];
    const unclear = part.use === 'quoted' || (part.gene.both && quote.hours !== null);
    let from = 0;
    const breaks = (quote.breaks ?? []).map(({ after, price }): Quote => {
      from += after;
      const currency = quote.dollars ? { currency: 'USD' } : {};
      return { supplier, item: part.name, unitPrice: price, qualificationCost: 0, fromQuantity: from, ...currency };
    });
    return [
      {
        supplier,
        item: part.name,
        unitPrice: quote.price,
        qualificationCost: quote.qualificationCost,
        ...(quote.hours === null ? {} : { hoursPerUnit: quote.hours }),
        ...(unclear ? { process: processNamed(quote.process) } : {}),
        ...(quote.maximum === null ? {} : { maximumQuantity: quote.maximum }),
        ...(quote.minimum === null ? {} : { minimumOrder: Math.min(quote.minimum, quote.maximum ?? quote.minimum) }),
        ...(quote.qualificationPeriods === null ? {} : { qualificationPeriods: quote.qualificationPeriods }),
        ...(quote.dollars ? { currency: 'USD' } : {}),
      },
      ...breaks,
    ];
  });
}

/** Suppliers, capacity, certificates, quotes, incumbents and options to expand of the drawn scenario. */
export function writeSuppliers(gene: ScenarioGene, calendar: Calendar, parts: readonly Part[]) {
  const each = <Row>(write: (supplier: SupplierGene, name: string) => readonly Row[]): Row[] =>
    gene.suppliers.flatMap((supplier, i) => write(supplier, supplierNamed(i)));
  // Rules that compare regions ask for one of every supplier.
  const regional = gene.rules.some(
    ({ rule, regional: limited }) => rule === 'region-share-cap' || (rule === 'labour' && limited),
  );
  return {
    suppliers: each((supplier, name) => [
      supplierRow(regional ? { ...supplier, region: supplier.region ?? 'BE' } : supplier, name),
    ]),
    capacity: each((supplier, name) => capacityRows(supplier, name, calendar)),
    certificates: each((supplier, name) => certificateRows(supplier, name, calendar)),
    quotes: each((supplier, name) => quoteRows(supplier, name, parts)),
    incumbents: each(({ incumbent }, supplier): Incumbent[] => {
      const part = incumbent ? parts[incumbent.item % parts.length] : undefined;
      if (!incumbent || !part || part.use === 'phantom') return [];
      return [{ supplier, item: part.name, quantityPerPeriod: 1, qualified: incumbent.qualified }];
    }),
    expansions: each(({ expansion }, supplier): ExpansionOption[] => {
      if (!expansion) return [];
      const { process, hours: hoursPerPeriod, ...terms } = expansion;
      return [{ supplier, process: processNamed(process), option: 'machine', hoursPerPeriod, ...terms }];
    }),
  };
}
