import { advised } from './advice.ts';
import { bomExtentProblems } from './bom-extent.ts';
import type { Checked, InputProblem } from './domain/input-problem.ts';
import type { Scenario } from './domain/scenario.ts';
import { eligibility } from './eligibility.ts';
import { explodeBom } from './explode-bom.ts';
import { finalDemand } from './final-demand.ts';
import { locate, locateLine } from './locate-problem.ts';
import { nameMissingTables } from './missing-tables.ts';
import { checkReferences } from './references/index.ts';
import { ruleFactProblems } from './rule-facts.ts';
import { shippingProblems } from './shipping.ts';
import type { Draft } from './wire/draft.ts';
import { normalise } from './wire/normalise.ts';
import { nameRules } from './wire/rule-ids.ts';
import { spellCertificates } from './wire/spell-certificates.ts';
import { spellProcesses } from './wire/spell-processes.ts';
import { requirements } from './work-packages.ts';

/** `A → B → A`, at the line that closes the circle. */
function cycleProblem(cycle: readonly string[], draft: Draft): InputProblem {
  const [first, last] = [cycle[0] ?? '', cycle.at(-1) ?? ''];
  const message = `the bill of materials contains itself: ${[...cycle, first].join(' → ')}`;
  return { ...locateLine(draft, last, first), code: 'bom-cycle', message };
}

/** What only shows when the bill of materials is exploded: cycles, items without a maker or a cost, missing prices. */
function explosionProblems(scenario: Scenario, draft: Draft): readonly InputProblem[] {
  const exploded = explodeBom(scenario);
  if (!exploded.ok) return exploded.cycles.map((cycle) => cycleProblem(cycle, draft));
  const extent = bomExtentProblems(exploded.explosion, draft);
  if (extent.length > 0) return extent;
  const demand = finalDemand(scenario, exploded.explosion);
  const required = requirements(scenario, exploded.explosion, demand);
  const eligible = eligibility(scenario, required.packages);
  const shipping = shippingProblems(scenario, exploded.explosion, required.packages, eligible.pairs);
  const facts = ruleFactProblems(scenario, required, eligible.pairs);
  const problems = nameMissingTables([...required.problems, ...eligible.problems, ...shipping, ...facts], draft);
  return problems.map((problem) => locate(problem, draft));
}

/** Checks a draft as a whole: the normalised scenario with its warnings, or every problem of every part at once. */
export async function acceptDraft(stated: Draft): Promise<Checked<Scenario>> {
  const draft = spellProcesses(spellCertificates(stated));
  const rules = await nameRules(draft.rules);
  const references = checkReferences(draft, rules);
  const problems = [...draft.problems, ...references.problems];
  if (problems.length > 0) return { ok: false, problems: problems.map(advised) };
  const scenario = normalise(draft, rules);
  if (scenario === undefined) throw new Error('acceptDraft: a draft without problems lacks a block');
  const late = explosionProblems(scenario, draft);
  if (late.length > 0) return { ok: false, problems: late.map(advised) };
  return { ok: true, value: scenario, warnings: [...draft.warnings, ...references.warnings] };
}
