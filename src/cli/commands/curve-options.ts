import { curveAsked } from '../../../scenarios/wire/curve-schema.ts';
import type { CurveAsked } from '../../services/robustness-curve.ts';
import type { Refusal } from '../terminal/exit.ts';
import { numberOf, type OutageOptions, outageFlags, refusedOptions, statedOutages } from './outage-options.ts';
import type { SolveOptions } from './solve-options.ts';

/** The options of `gilde curve` as they are typed. */
export interface CurveOptions
  extends OutageOptions,
    Pick<SolveOptions, 'gap' | 'time' | 'work' | 'engine' | 'strategy' | 'seed'> {
  readonly levels?: string;
  /** True: --two; false: --no-two. */
  readonly two?: boolean;
  readonly out?: string;
  readonly svg?: string;
  readonly json?: boolean;
}

/** What the options ask of the curve; every one that cannot be read, at once. */
export function curveAskedOf(options: CurveOptions): { readonly ok: true; readonly asked: CurveAsked } | Refusal {
  const { levels, two } = options;
  const parsed = curveAsked.safeParse({
    ...statedOutages(options),
    ...(levels !== undefined && { levels: levels.split(',').map(numberOf) }),
    ...(two !== undefined && { two }),
  });
  if (parsed.success) return { ok: true, asked: parsed.data };
  return refusedOptions(parsed.error.issues, {
    ...outageFlags(options),
    levels: ['--levels', levels],
    two: ['--two', two],
  });
}
