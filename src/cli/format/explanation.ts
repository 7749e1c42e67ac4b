import type { Explanation, Relaxation } from '../../../scenarios/domain/explanation.ts';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { effectWords, planWords } from './effect.ts';
import { whyNotLines } from './explained-firm.ts';
import { improvementLines, ruleCostLines, tightLines, whyLines } from './explained-plan.ts';
import { dimHeader, type Look, section } from './look.ts';
import { count } from './number.ts';
import { ruleWords } from './rules.ts';
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

function conflictLines({ explanation, scenario }: Explained, look: Look): string[] {
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
  return [
    ...section(title, setLines(explanation, scenario, look), look),
    ...section(short ? 'What would deliver everything' : 'What would make a plan possible', changes, look),
  ];
}

function closing({ limits, solves, untried }: Explanation, look: Look): string[] {
  const hit =
    limits.hit === 'time'
      ? `The time of ${limits.seconds} s was not enough for everything; --time allows more.`
      : 'Stopped by hand.';
  const not = untried.flatMap((words) => hang(`· ${plain(words)}`, look.width, 2));
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
