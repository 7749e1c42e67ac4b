import { workerData } from 'piscina';
import { createHighsEngine } from '../../solver/engines/highs.ts';
import { createHighsLoader } from '../../solver/engines/highs-runtime.node.ts';
import { createJavascriptLpSolverEngine } from '../../solver/engines/javascript-lp-solver.ts';
import { type BatchBase, type CaseQuestion, solveCase } from '../services/batch/solve-case.ts';

const now = () => performance.now();
const engines = [createHighsEngine(createHighsLoader()), createJavascriptLpSolverEngine(now)];

/** The body of a thread that plans cases: one per call, all of the base that the thread was started with. */
export default (question: CaseQuestion) =>
  solveCase({ ctx: { engines, now }, input: { base: workerData as BatchBase, question } });
