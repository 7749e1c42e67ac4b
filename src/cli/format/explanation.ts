import type { Explanation, Relaxation } from '../../../scenarios/domain/explanation.ts';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { effectWords, planWords } from './effect.ts';
import { whyNotLines } from './explained-firm.ts';
import { improvementLines, ruleCostLines, tightLines, whyLines } from './explained-plan.ts';
import { dimHeader, type Look, section } from './look.ts';
import { count } from './number.ts';
import { conflictReasons } from './reported.ts';
import { ruleWords } from './rules.ts';
import { shortfallLines } from './shortfall.ts';
import { type Column, table } from './table.ts';
import { hang, plain } from './text.ts';

export interface Explained {
  readonly explanation: Explanation;
  readonly plan: Plan;
  readonly scenario: Scenario;
}

const RELAXATIONS: Column<Relaxation>[] = [
  { header: 'Change', cell: ({ words }) => plain(words), least: 30, wraps: true },
  { header: 'Then', cell: planWords, align: 'right' },
  { header: 'Difference', cell: effectWords, least: 16, wraps: true },
];

/** Rules that cannot hold together, set by set. */
function setLines({ conflict }: Explanation, scenario: Scenario, look: Look): string[] {
  const sets = conflict?.sets ?? [];
  const stated = new Map(scenario.rules.map((rule) => [rule.id, rule]));
  const words = (id: string) => `${plain(id)}: ${ruleWords(stated.get(id)!)}`;
  const lines = sets.flatMap(({ rules, minimal }, at) => {
    if (rules.length === 0) return ['Whatever the rules: hours, dates and quantities alone stand against it.'];
    const sure = minimal ? '' : ' (perhaps not all of them are needed)';
    return [
      `${at + 1}. ${count(rules.length, 'rule')}${sure}`,
      ...rules.flatMap((id) => hang(`   · ${words(id)}`, look.width, 5)),
    ];
  });
  const more = conflict?.complete === false && sets.length > 0 ? ['There may be further sets.'] : [];
  return [...lines, ...more];
}

function conflictLines({ explanation, plan, scenario }: Explained, look: Look): string[] {
  const { conflict } = explanation;
  if (conflict === null) return [];
  const short = conflict.goal === 'deliver-all';
  if (conflict.reached) return section('Conflicts', ['None: the plan holds every rule and delivers everything.'], look);
  const title = short ? 'What keeps the rest from being delivered' : 'Cannot hold together';
  const against =
    conflict.reference === null
      ? []
      : [`Differences are against ${conflict.reference.words} (${planWords(conflict.reference)}).`];
  const rows = conflict.relaxations;
  const changes =
    rows.length === 0
      ? ['Nothing that was tried.']
      : [...dimHeader(table(RELAXATIONS, rows, look.width), look), ...against];
  const reasons = conflictReasons(plan).flatMap((reason) => hang(`· ${plain(reason)}`, look.width, 2));
  const facts = short ? shortfallLines(plan, scenario, look) : section('Why', reasons, look);
  return [
    ...section(title, setLines(explanation, scenario, look), look),
    ...facts,
    ...section(short ? 'What would deliver everything' : 'What would make a plan possible', changes, look),
  ];
}

const MOST_UNTRIED = 12;

function closing({ limits, solves, untried }: Explanation, look: Look): string[] {
  const hit =
    limits.hit === 'time'
      ? `The time of ${limits.seconds} s was not enough for everything; --time allows more.`
      : 'Stopped by hand.';
  const shown = untried.slice(0, MOST_UNTRIED).flatMap((words) => hang(`· ${plain(words)}`, look.width, 2));
  const rest = untried.length - MOST_UNTRIED;
  const not = rest > 0 ? [...shown, look.paint.dim(`  … and ${rest} more in --json`)] : shown;
  return [
    ...section('Not tried, or without an answer', not, look),
    '',
    ...(limits.hit === null ? [] : [hit]),
    look.paint.dim(`${count(solves, 'question')} put to the engine; every change above was applied and solved again.`),
  ];
}

/** An explanation for a reader, section by section. */
export function explanationLines(explained: Explained, look: Look): string[] {
  const { explanation, scenario } = explained;
  const lines = [
    ...conflictLines(explained, look),
    ...whyNotLines(explanation, look),
    ...ruleCostLines(explanation, scenario, look),
    ...tightLines(explanation, look),
    ...improvementLines(explanation, look),
    ...whyLines(explanation, look),
    ...closing(explanation, look),
  ];
  return lines[0] === '' ? lines.slice(1) : lines;
}
