import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { exampleOf } from '../example.ts';
import { inOwnProcess } from './child.ts';
import { scaleScenario } from './scenario.ts';
import { sizeNamed } from './size.ts';
import { compareStarts } from './warm.ts';

const MEASURE = 'measure';

/** The scenarios that are changed. */
const CHANGED: Readonly<Record<string, () => Scenario | Promise<Scenario>>> = {
  '40x300x20': () => scaleScenario(sizeNamed('40x300x20')),
  crane: () => exampleOf('crane'),
};

/** `warm [40x300x20|crane]`: twenty changes of each, planned from nothing and from the plan before the change, in a process of its own. */
export async function runWarm([first, name]: readonly string[]): Promise<void> {
  if (first === MEASURE) {
    process.stdout.write(await compareStarts(await CHANGED[name ?? '']!()));
    return;
  }
  if (first !== undefined && CHANGED[first] === undefined)
    throw new Error(`there is no ${first}: ${Object.keys(CHANGED).join(', ')}`);
  for (const each of first === undefined ? Object.keys(CHANGED) : [first]) {
    const told = inOwnProcess(['warm', MEASURE, each]);
    process.stdout.write(`${told.ok ? told.text : `${each}: ${told.why}\n`}\n`);
  }
}
