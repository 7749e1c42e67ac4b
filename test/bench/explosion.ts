import { eligibility } from '../../scenarios/eligibility.ts';
import { explodeBom } from '../../scenarios/explode-bom.ts';
import { finalDemand } from '../../scenarios/final-demand.ts';
import { requirements } from '../../scenarios/work-packages.ts';
import { type Statement, scenario } from '../support/scenario-builder.ts';
import { type Bench, type Measurement, measured } from './measurement.ts';

/** Numbers in [0, 1), the same in every run: the minimal standard generator (Park and Miller, 1988). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** A product of twelve levels, each assembly of five lines, with components shared between assemblies. */
function broadBom(lines: number): Statement {
  const roll = dice(1);
  const levels = 12;
  const width = Math.ceil(lines / 5 / levels);
  const name = (level: number, k: number) => `L${String(level).padStart(2, '0')}-${k}`;
  const bom: [string, string, number][] = [];
  for (let k = 0; k < width; k += 1) bom.push(['TOP', name(1, k), 1]);
  for (let level = 1; bom.length < lines; level += 1) {
    for (let k = 0; k < width && bom.length < lines; k += 1) {
      const first = Math.floor(roll() * width);
      for (let m = 0; m < 5; m += 1)
        bom.push([name(level, k), name(level + 1, (first + m) % width), 1 + Math.floor(roll() * 3)]);
    }
  }
  const items = [...new Set(bom.map(([parent]) => parent))].map((item) => ({ item, leadTime: roll() < 0.3 ? 1 : 0 }));
  return { periods: 20, bom: bom.slice(0, lines), items };
}

function explosion(lines: number): Promise<Measurement> {
  const stated = scenario({
    ...broadBom(lines),
    programmes: [{ product: 'TOP', demand: { baseline: 1, multiplier: 3, reach: '2029-Q4', shape: 's-curve' } }],
  });
  return measured('explode a BOM, needs of its root in 20 periods', stated.bom.length, () => {
    const exploded = explodeBom(stated);
    if (!exploded.ok) throw new Error('the BOM of the bench has a cycle');
    for (let t = 1; t <= 20; t += 1) exploded.explosion.needsOf('TOP', t);
  });
}

function grossRequirement(lines: number): Promise<Measurement> {
  const stated = scenario({
    ...broadBom(lines),
    programmes: [{ product: 'TOP', demand: { baseline: 1, multiplier: 3, reach: '2029-Q4', shape: 's-curve' } }],
  });
  const exploded = explodeBom(stated);
  if (!exploded.ok) throw new Error('the BOM of the bench has a cycle');
  return measured('gross requirement of every item over 20 periods', stated.bom.length, () => {
    requirements(stated, exploded.explosion, finalDemand(stated, exploded.explosion));
  });
}

const PROCESSES = [
  'milling',
  'turning',
  'welding',
  'sheet metal',
  'heat treatment',
  'casting',
  'assembly',
  'test',
] as const;
const CERTIFICATES = ['AQAP-2110', 'EN 9100', 'ISO 3834-2', 'EN 1090-2 EXC3'] as const;

/** Suppliers of two or three processes and some certificates, before packages of one or two processes. */
function wideField(packages: number, suppliers: number): Statement {
  const roll = dice(2);
  const one = <Name>(names: readonly Name[]): Name => names[Math.floor(roll() * names.length)]!;
  const some = <Name>(names: readonly Name[], count: number) =>
    new Set(Array.from({ length: count }, () => one(names)));
  const parts = Array.from({ length: packages }, (_, k) => `P${String(k).padStart(4, '0')}`);
  const firms = Array.from({ length: suppliers }, (_, k) => `S${String(k).padStart(4, '0')}`);
  return {
    periods: 20,
    items: parts.map((item) => ({ item, certificates: roll() < 0.4 ? [one(CERTIFICATES)] : [] })),
    routing: parts.flatMap((item) =>
      [...some(PROCESSES, 2)].map((process) => [item, process, 1 + 9 * roll()] as const),
    ),
    demand: parts.map((item) => [item, '2028-Q1', 100] as const),
    suppliers: firms.map((supplier) => ({
      supplier,
      onboardingPeriods: Math.floor(roll() * 4),
      hourlyRate: 50 + 40 * roll(),
    })),
    capacity: firms.flatMap((supplier) => [...some(PROCESSES, 3)].map((process) => [supplier, process, 400] as const)),
    certificates: firms.flatMap((supplier) =>
      [...some(CERTIFICATES, 2)].map((certificate) =>
        roll() < 0.5
          ? { supplier, certificate, validUntil: '2029-06-30' }
          : { supplier, certificate, status: 'obtainable' as const, leadTime: 3, cost: 10_000 },
      ),
    ),
  };
}

function eligiblePairs(packages: number, suppliers: number): Promise<Measurement> {
  const stated = scenario(wideField(packages, suppliers));
  const exploded = explodeBom(stated);
  if (!exploded.ok) throw new Error('the BOM of the bench has a cycle');
  const required = requirements(stated, exploded.explosion, finalDemand(stated, exploded.explosion));
  return measured(`eligibility of ${packages} packages × ${suppliers} suppliers`, packages * suppliers, () => {
    eligibility(stated, required.packages);
  });
}

/** Explosion and gross requirement of 100,000 BOM lines, and eligibility of a small and the largest field. */
export const explosionBenches: readonly Bench[] = [
  () => explosion(100_000),
  () => grossRequirement(100_000),
  () => eligiblePairs(60, 300),
  () => eligiblePairs(1_000, 7_274),
];
