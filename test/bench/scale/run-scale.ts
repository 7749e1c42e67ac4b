import { cpus } from 'node:os';
import { inOwnProcess, type Told } from './child.ts';
import { exponentOf } from './exponent.ts';
import { type Line, measureLine } from './measure-line.ts';
import { SIZES, sizeName, sizeNamed } from './size.ts';
import { STRATEGIES, strategyNamed } from './strategies.ts';
import { bestOf, deadText, headLines, lineText } from './table.ts';

const ALL = 'all';
const MEASURE = 'measure';

/**
 * `scale [SIZE|all [STRATEGY|all [SECONDS]]]`: a line for each size and strategy, each in a process of its own, as a Markdown table on
 * stdout; SECONDS replaces the time of every size. `scale measure …` is such a process.
 */
export async function runScale([first = ALL, ...rest]: readonly string[]): Promise<void> {
  if (first === MEASURE) return tellLine(rest);
  const [strategy = ALL, seconds] = rest;
  const sizes = first === ALL ? SIZES.map(sizeName) : [sizeName(sizeNamed(first))];
  const strategies =
    strategy === ALL ? STRATEGIES.map((each) => each.strategy.name) : [strategyNamed(strategy).strategy.name];
  const [cpu] = cpus();
  process.stdout.write(`Node ${process.version}, ${cpus().length} × ${cpu?.model ?? 'unknown processor'}\n\n`);
  process.stdout.write(headLines());
  const lines: Named[] = [];
  for (const size of sizes) lines.push(...measureSize(size, strategies, seconds));
  process.stdout.write(`\n${strategies.map((name) => growthText(name, lines)).join('\n')}\n`);
}

interface Named {
  readonly strategy: string;
  readonly line: Line;
}

async function tellLine([size = '', strategy = '', seconds]: readonly string[]): Promise<void> {
  const line = await measureLine(size, strategy, seconds === undefined ? undefined : Number(seconds));
  process.stdout.write(JSON.stringify(line));
}

/** The lines of a size, printed when its last strategy has ended, as each is compared with the best of them. */
function measureSize(size: string, strategies: readonly string[], seconds: string | undefined): readonly Named[] {
  const asked = seconds === undefined ? [] : [seconds];
  const told = strategies.map((name): [string, Told] => [name, inOwnProcess(['scale', MEASURE, size, name, ...asked])]);
  const lines = told.flatMap(([strategy, answer]): Named[] =>
    answer.ok ? [{ strategy, line: JSON.parse(answer.text) as Line }] : [],
  );
  const best = bestOf(lines.map(({ line }) => line));
  for (const [strategy, answer] of told) {
    const line = lines.find((each) => each.strategy === strategy)?.line;
    process.stdout.write(line ? lineText(size, strategy, line, best) : deadText(size, strategy, whyOf(answer)));
  }
  return lines;
}

const whyOf = (answer: Told): string => (answer.ok ? '' : answer.why);

function growthText(strategy: string, lines: readonly Named[]): string {
  const reached = lines.filter((each) => each.strategy === strategy && each.line.onePercent !== null);
  const exponent = exponentOf(reached.map(({ line }) => [line.columns, line.onePercent!]));
  if (exponent === undefined) return `${strategy}: 1 % reached at fewer than two sizes, so no exponent can be fitted`;
  return `${strategy}: seconds to 1 % grow as columns to the power ${exponent.toFixed(2)} (${reached.length} sizes, least squares on logarithms)`;
}
