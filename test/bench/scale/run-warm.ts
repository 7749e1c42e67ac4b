import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { exampleOf } from '../example.ts';
import { inOwnProcess } from './child.ts';
import { scaleScenario } from './scenario.ts';
import { sizeNamed } from './size.ts';
import { compareStarts } from './warm.ts';

const MEASURE = 'measure';
const CRANE = 'crane';

const scenarioNamed = (name: string): Scenario | Promise<Scenario> =>
  name === CRANE ? exampleOf(CRANE) : scaleScenario(sizeNamed(name));

/**
 * `warm [SIZE|crane]`: twenty changes of 40x300x20 and of the crane, or of the one that is named, each planned from nothing and from the
 * plan before the change; one process for each scenario.
 */
export async function runWarm([first, name]: readonly string[]): Promise<void> {
  if (first === MEASURE && name !== undefined) {
    process.stdout.write(await compareStarts(await scenarioNamed(name)));
    return;
  }
  for (const each of first === undefined ? ['40x300x20', CRANE] : [first]) {
    const told = inOwnProcess(['warm', MEASURE, each]);
    process.stdout.write(`${told.ok ? told.text : `${each}: ${told.why}\n`}\n`);
  }
}
