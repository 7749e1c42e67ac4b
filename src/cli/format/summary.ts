import type { Plan } from '../../../scenarios/domain/plan.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import type { ProcessLoad } from '../../services/measure-load.ts';
import { answer } from './answer.ts';
import { boundLines } from './bounds.ts';
import { caseLines } from './cases.ts';
import { costLines } from './cost.ts';
import { loadLines } from './load.ts';
import type { Look } from './look.ts';
import { certificateLines, expansionLines, memberLines } from './members.ts';
import { outageLines } from './outages.ts';
import { rampUpLines } from './ramp-up.ts';
import { reportedLines } from './reported.ts';
import { conflictLines, ruleLines } from './rules.ts';
import { shortfallLines } from './shortfall.ts';
import { wrap } from './text.ts';

export interface Planned {
  readonly plan: Plan;
  readonly scenario: Scenario;
  readonly load: readonly ProcessLoad[];
}

/** The plan for a reader: the answer in one sentence, then what stands behind it. */
export function summary({ plan, scenario, load }: Planned, look: Look): string[] {
  return [
    ...wrap(answer(plan, scenario), look.width).map(look.paint.bold),
    ...conflictLines(plan, scenario, look),
    ...caseLines(plan, scenario, look),
    ...memberLines(plan, scenario, look),
    ...certificateLines(plan, look),
    ...expansionLines(plan, look),
    ...rampUpLines(plan, scenario, look),
    ...costLines(plan, scenario, look),
    ...loadLines(load, look),
    ...shortfallLines(plan, scenario, look),
    ...outageLines(plan, scenario, look),
    ...ruleLines(plan, scenario, look),
    ...reportedLines(plan, look),
    ...boundLines(plan, scenario, look),
  ];
}
