import type { z } from 'zod';
import type { Axis, Design, Patch, Sweep } from '../../domain/sweep.ts';
import { type Block, isBlock } from '../block.ts';
import { problemsOf, shown } from '../issue-problems.ts';
import { keysAt } from '../keys-at.ts';
import type { Path, Place, Report } from '../places.ts';
import { casesAxis, sweepSettings, valuesAxis } from './sweep-schema.ts';

/** A sweep, and the scenario that it names. */
export interface StatedSweep {
  readonly sweep: Sweep;
  readonly scenario?: string;
}

/** Reads a sweep from a value as YAML or JSON has it. Every breach is reported with its place; undefined where there is one. */
export function readSweep(raw: Block, place: (path: Path) => Place, problem: Report): StatedSweep | undefined {
  let isGood = true;
  const report: Report = (found) => {
    isGood = false;
    problem(found);
  };
  const parse = <Value>(schema: z.ZodType<Value>, value: unknown, base: Path): Value | undefined => {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    const at = (path: Path) => place([...base, ...path]);
    for (const found of problemsOf(parsed.error.issues, value, at, (path) => keysAt(schema, path))) report(found);
    return undefined;
  };
  const settings = parse(sweepSettings, raw, []);
  const stated = Array.isArray(raw['axes']) ? (raw['axes'] as readonly unknown[]) : [];
  const axes = stated.map((axis, number) => readAxis(axis, (schema, value) => parse(schema, value, ['axes', number])));
  if (!settings || !isGood) return undefined;
  const whole = axes.filter((axis) => axis !== undefined);
  const design = designOf(settings, place, report);
  const { metrics, pareto, scenario } = settings;
  const sweep: Sweep = { design, axes: whole, ...(metrics && { metrics }), ...(pareto && { pareto }) };
  return isGood ? { sweep, ...(scenario !== undefined && { scenario }) } : undefined;
}

type Parse = <Value>(schema: z.ZodType<Value>, value: unknown) => Value | undefined;

function readAxis(raw: unknown, parse: Parse): Axis | undefined {
  if (isBlock(raw) && 'cases' in raw) {
    const read = parse(casesAxis, raw);
    return read && { name: read.name, cases: new Map(Object.entries(read.cases) as unknown as [string, Patch][]) };
  }
  return parse(valuesAxis(isBlock(raw) ? raw['values'] : undefined), raw);
}

type Settings = z.infer<typeof sweepSettings>;

function designOf({ design, samples, seed = 1 }: Settings, place: (path: Path) => Place, report: Report): Design {
  if (design === 'latin-hypercube') {
    if (samples === undefined)
      report({
        ...place(['design']),
        ...{ code: 'missing-value', message: 'no samples', expected: 'samples: a whole number from 1 to 10000' },
      });
    return { kind: design, samples: samples ?? 1, seed };
  }
  for (const [key, value] of Object.entries({ samples, seed: seed === 1 ? undefined : seed })) {
    if (value === undefined) continue;
    const expected = `design: latin-hypercube, or no ${key}`;
    report({ ...place([key]), code: 'not-here', message: `a ${design} has no ${key}`, found: shown(value), expected });
  }
  return { kind: design };
}
