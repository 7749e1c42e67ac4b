import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { exampleOf } from '../example.ts';
import { tellingItself } from './child.ts';
import { scaleScenario } from './scenario.ts';
import { sizeNamed } from './size.ts';
import { compareStarts } from './warm.ts';

const MEASURE = 'measure';
const CRANE = 'crane';
const ALL = 'all';

/** Percent. */
const USUAL_GAP = '1';

const scenarioNamed = (name: string): Scenario | Promise<Scenario> =>
  name === CRANE ? exampleOf(CRANE) : scaleScenario(sizeNamed(name));

/**
 * `warm [SIZE|crane|all [PERCENT]]`: twenty changes of 40x300x20 and of the crane, or of the one that is named, each planned to a gap of so many percent
 * (1 unless stated) from nothing and from the plan before the change; one process for each scenario, each line told as it comes.
 */
export async function runWarm([first = ALL, ...rest]: readonly string[]): Promise<void> {
  if (first === MEASURE) return measure(rest);
  const [percent = USUAL_GAP] = rest;
  for (const each of first === ALL ? ['40x300x20', CRANE] : [first]) {
    const why = tellingItself(['warm', MEASURE, each, percent]);
    process.stdout.write(why === undefined ? '\n' : `${each}: ${why}\n`);
  }
}

async function measure([name = '', percent]: readonly string[]): Promise<void> {
  const gap = Number(percent) / 100;
  if (!(gap > 0 && gap < 1)) throw new Error(`the gap ${percent} is not a percentage above 0 and below 100`);
  await compareStarts(await scenarioNamed(name), { gap, tell: (line) => void process.stdout.write(`${line}\n`) });
}
