import type { Assignment, FacilityLocation, Instance } from './instance.ts';

/** The files of a scenario folder by name. */
export type FolderTexts = Readonly<Record<string, string>>;

/** The one process of a converted problem. */
const PROCESS = 'service';

interface Quote {
  readonly unitPrice: number;
  readonly hoursPerUnit: number;
}

/** A published problem in the words of a scenario: who may supply what, at which price and hours. */
interface Converted {
  readonly suppliers: readonly { readonly id: string; readonly onboardingCost: number; readonly hours: number }[];
  readonly items: readonly { readonly id: string; readonly demand: number; readonly quotes: readonly Quote[] }[];
  readonly singleSource: boolean;
}

/** Identifier of a supplier (warehouse or agent) and of an item (customer or job), counted from 1. */
export const supplierId = (at: number): string => `W${String(at + 1).padStart(3, '0')}`;
export const itemId = (at: number): string => `C${String(at + 1).padStart(4, '0')}`;

/**
 * A published problem as a scenario folder of one period without stock: a warehouse is a supplier whose onboarding is its fixed cost; a
 * customer is an item with independent demand; the cost of serving all of a customer ÷ its demand is the price quoted for a unit, which
 * takes one hour. An agent is a supplier, a job is an item of which one is wanted. One source is the rule `source-count`.
 */
export function scenarioTexts(instance: Instance): FolderTexts {
  const { suppliers, items, singleSource } =
    instance.kind === 'assignment' ? convertAssignment(instance) : convertLocation(instance);
  return {
    'scenario.yaml': scenarioYaml(instance.name, singleSource),
    'items.csv': table(
      'item,kind',
      items.map(({ id }) => [id, 'make']),
    ),
    'demand.csv': table(
      'item,period,quantity',
      items.map(({ id, demand }) => [id, '2026', demand]),
    ),
    'suppliers.csv': table(
      'supplier,onboardingCost',
      suppliers.map(({ id, onboardingCost }) => [id, onboardingCost]),
    ),
    'capacity.csv': table(
      'supplier,process,hoursPerPeriod',
      suppliers.map(({ id, hours }) => [id, PROCESS, hours]),
    ),
    'quotes.csv': table(
      'supplier,item,unitPrice,hoursPerUnit,process',
      items.flatMap(({ id, quotes }) =>
        quotes.map(({ unitPrice, hoursPerUnit }, at) => [suppliers[at]!.id, id, unitPrice, hoursPerUnit, PROCESS]),
      ),
    ),
  };
}

function convertLocation({ name, warehouses, customers, singleSource }: FacilityLocation): Converted {
  return {
    singleSource,
    suppliers: warehouses.map(({ capacity, openingCost }, at) => ({
      id: supplierId(at),
      onboardingCost: openingCost,
      hours: capacity,
    })),
    items: customers.map(({ demand, costs }, at) => {
      if (demand <= 0) throw new Error(`${name}: customer ${at + 1} wants ${demand}, so a unit has no price`);
      return { id: itemId(at), demand, quotes: costs.map((cost) => ({ unitPrice: cost / demand, hoursPerUnit: 1 })) };
    }),
  };
}

function convertAssignment({ capacities, costs, hours }: Assignment): Converted {
  return {
    singleSource: true,
    suppliers: capacities.map((capacity, at) => ({ id: supplierId(at), onboardingCost: 0, hours: capacity })),
    items: costs[0]!.map((_, job) => ({
      id: itemId(job),
      demand: 1,
      quotes: costs.map((row, agent) => ({ unitPrice: row[job]!, hoursPerUnit: hours[agent]![job]! })),
    })),
  };
}

const scenarioYaml = (name: string, singleSource: boolean): string => `name: ${name}
calendar: { start: 2026, period: year, periods: 1 }
programmes: []
eligibility: quoted
${singleSource ? 'rules:\n  - { id: single-source, rule: source-count, max: 1 }\n' : ''}\
policy: { stock: none, backlog: lost, shortfallTolerance: 0 }
solve: { gap: 0, timeLimit: 60, engine: highs, seed: 1 }
`;

const table = (header: string, rows: readonly (readonly (string | number)[])[]): string =>
  `${[header, ...rows.map((row) => row.join(','))].join('\n')}\n`;
