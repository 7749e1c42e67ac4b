import type { SimulationTerms } from '../../../scenarios/domain/simulation.ts';
import { simulationTerms } from '../../../scenarios/wire/simulation-schema.ts';
import type { Refusal } from '../terminal/exit.ts';

/** The options of `gilde simulate` as they are typed. */
export interface SimulateOptions {
  readonly scenario?: string;
  readonly compare?: string;
  readonly runs?: string;
  readonly seed?: string;
  readonly outages?: string;
  readonly common?: string;
  readonly recoverySpread?: string;
  readonly demandSpread?: string;
  readonly periodSpread?: string;
  readonly yieldLoss?: string;
  readonly lateness?: string;
  readonly confidence?: string;
  readonly multiples?: string;
  readonly out?: string;
  readonly json?: boolean;
}

const OPTIONS = {
  runs: ['runs', '--runs'],
  seed: ['seed', '--seed'],
  outageProbability: ['outages', '--outages'],
  recoverySpread: ['recoverySpread', '--recovery-spread'],
  demandSpread: ['demandSpread', '--demand-spread'],
  periodDemandSpread: ['periodSpread', '--period-spread'],
  yieldLoss: ['yieldLoss', '--yield-loss'],
  lateness: ['lateness', '--lateness'],
  confidence: ['confidence', '--confidence'],
} as const satisfies Partial<Record<keyof SimulationTerms, readonly [keyof SimulateOptions, string]>>;

const typed = (text: string): number | string =>
  text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text);

const causes = (text: string): readonly unknown[] =>
  text.split(',').map((part) => {
    const [by = '', probability = ''] = part.split('=');
    return { by: by.trim(), probability: typed(probability) };
  });

/** What futures are drawn from, by the options; or the first that is wrong. */
export function termsOf(options: SimulateOptions): { readonly ok: true; readonly terms: SimulationTerms } | Refusal {
  const stated: Record<string, unknown> = {};
  for (const [key, [option]] of Object.entries(OPTIONS)) {
    const text = options[option];
    if (text !== undefined) stated[key] = typed(text);
  }
  if (options.common !== undefined) stated['commonCauses'] = causes(options.common);
  const checked = simulationTerms.safeParse(stated);
  if (checked.success) return { ok: true, terms: checked.data };
  const issue = checked.error.issues[0]!;
  const key = String(issue.path[0]);
  if (key === 'commonCauses') {
    const message = `--common must be group, region or tag, each with = and a number from 0 to 1, got ${options.common}`;
    return { ok: false, message, hint: '--common group=0.01,region=0.002' };
  }
  const [option, name] = OPTIONS[key as keyof typeof OPTIONS];
  return { ok: false, message: `${name} must be ${issue.message}, got ${options[option]}` };
}
