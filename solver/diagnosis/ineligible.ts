import { grouped } from '../../scenarios/grouped.ts';
import type { PlanningProblem } from '../problem.ts';
import { listed } from './wording.ts';

type Code = ReturnType<PlanningProblem['reasonsFor']>[number]['code'];

/** The words of each problem's items: judging thousands of firms once is enough. */
const known = new WeakMap<PlanningProblem, Map<string, string>>();

/** `no supplier is eligible: 3 lack the process welding, 1 lacks ISO 9001`: each firm once, by the first reason against it. */
export function noneEligible(problem: PlanningProblem, item: string): string {
  const words = known.get(problem) ?? new Map<string, string>();
  known.set(problem, words);
  const told = words.get(item) ?? wordsFor(problem, item);
  words.set(item, told);
  return told;
}

function wordsFor(problem: PlanningProblem, item: string): string {
  const codes = problem.scenario.suppliers.flatMap(({ supplier }) => problem.reasonsFor(supplier, item)[0]?.code ?? []);
  const counts = [...grouped(codes, (code) => code)].sort(([, left], [, right]) => right.length - left.length);
  const reasons = counts.map(([code, same]) => `${same.length} ${reasonWords(problem, item, code, same.length === 1)}`);
  return reasons.length === 0 ? 'no supplier is eligible' : `no supplier is eligible: ${reasons.join(', ')}`;
}

function reasonWords(problem: PlanningProblem, item: string, code: Code, one: boolean): string {
  const asked = problem.packages.find((workPackage) => workPackage.item.item === item);
  const lack = one ? 'lacks' : 'lack';
  const is = one ? 'is' : 'are';
  const has = one ? 'has' : 'have';
  switch (code) {
    case 'not-quoted':
      return `${has} not quoted`;
    case 'excluded':
      return `${is} excluded by a rule`;
    case 'process-missing': {
      const processes = [...new Set((asked?.steps ?? []).map(({ process }) => process))];
      return processes.length === 1
        ? `${lack} the process ${processes[0]}`
        : `${lack} a process of ${listed(processes)}`;
    }
    case 'no-capacity':
      return `${has} no hours when ready`;
    case 'certificate-missing': {
      const certificates = asked?.item.certificates ?? [];
      return certificates.length === 1
        ? `${lack} ${certificates[0]}`
        : `${lack} a certificate of ${listed(certificates)}`;
    }
    case 'certificate-expired':
      return `${has} a certificate that ends too early`;
    case 'security':
      return `${is} not cleared for ${asked?.item.securityLevel ?? 'it'}`;
    case 'too-late':
      return `${is} ready too late`;
  }
}
