import type { RegistryEntry } from '../../scenarios/domain/registry.ts';

const PROCESSES = ['assembly', 'milling', 'sheet-metal', 'turning', 'welding'] as const;

/** A supplier with hours of three processes and two certificates: about 1.3 kB of JSON. */
export function entryOf(k: number, name: string): RegistryEntry {
  const supplier = `S${String(k + 1).padStart(4, '0')}`;
  const offered = [0, 1, 2].map((at) => PROCESSES[(k + at) % PROCESSES.length] ?? 'welding');
  return {
    supplier: {
      ...{ supplier, name, category: 'C', country: 'NL', region: `NL3${k % 10}${k % 7}`, place: 'Rotterdam' },
      ...{ latitude: 51 + (k % 200) / 100, longitude: 4 + (k % 300) / 100, employees: 20 + (k % 400) },
      ...{ onboardingCost: 1000 + k, onboardingPeriods: 1, qualificationPeriods: k % 4, hourlyRate: 60.5 },
      ...{ tags: ['sme'], activities: 'Machining and welding of steel constructions', sbi: '2562' },
    },
    capacity: offered.map((process) => ({ supplier, process, hoursPerPeriod: 100 + (k % 900), hourlyRate: 61.5 })),
    certificates: ['ISO 9001', k % 20 === 0 ? 'AQAP 2110' : 'EN 1090-2'].map((certificate) => ({
      ...{ supplier, certificate, status: 'held', scope: [], validUntil: '2028-06-30' },
      ...{ renewable: true, leadTime: 0, cost: 0 },
    })),
    expansions: [],
  };
}

/** A registry with so many suppliers as a JSON document. */
export function registryJson(suppliers: number): string {
  const entries = Array.from({ length: suppliers }, (_, k) => entryOf(k, `Firm ${k}`));
  return JSON.stringify({
    suppliers: entries.map(({ supplier }) => supplier),
    capacity: entries.flatMap(({ capacity }) => capacity),
    certificates: entries.flatMap(({ certificates }) => certificates),
    expansions: [],
  });
}
