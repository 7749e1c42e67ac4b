import { brokenPart, TOLERANCE } from '../model/broken-part.ts';
import { type LinearModel, objectiveAt } from '../model/linear-model.ts';
import { dualBound } from './dual-bound.ts';
import { type Engine, type EngineHooks, isSolved, type Outcome } from './engine.ts';

/**
 * An engine whose answers are checked against the model before they are believed: values are numbers, satisfy rows and bounds and give
 * the value claimed; an LP optimum also satisfies the optimality conditions with its duals. An answer that fails is asked again
 * without presolve, where most faults of solvers lie, and if it fails again it is no answer. An incumbent that breaks the model is not told.
 */
export function checkedEngine(engine: Engine): Engine {
  return {
    ...engine,
    async solve(model, limits, asked, start) {
      const hooks = believing(model, asked);
      const outcome = await engine.solve(model, limits, hooks, start);
      const fault = faultOf(model, outcome);
      if (fault === undefined) return outcome;
      if (!limits.presolve) return { status: 'undecided', limit: 'engine', reason: fault };
      const again = await engine.solve(model, { ...limits, presolve: false }, hooks, start);
      const still = faultOf(model, again);
      return still === undefined ? again : { status: 'undecided', limit: 'engine', reason: still };
    },
  };
}

/** Hooks to which only such incumbents come as satisfy the model. */
function believing(model: LinearModel, hooks: EngineHooks | undefined): EngineHooks | undefined {
  const incumbent = hooks?.incumbent;
  if (!incumbent) return hooks;
  return {
    ...hooks,
    incumbent(values) {
      if (values.every(Number.isFinite) && brokenPart(model, values) === undefined) incumbent(values);
    },
  };
}

/** What is wrong with an answer, or undefined. */
function faultOf(model: LinearModel, outcome: Outcome): string | undefined {
  if (!isSolved(outcome)) return undefined;
  const { values, value } = outcome;
  if (!values.every(Number.isFinite)) return 'the engine gave values that are no numbers';
  const claimed = objectiveAt(model, values);
  if (!(Math.abs(claimed - value) <= TOLERANCE * Math.max(1, Math.abs(value)))) {
    return `the engine claims the value ${value}, its solution has ${claimed}`;
  }
  const broken = brokenPart(model, values);
  if (broken !== undefined) return `the engine's solution breaks ${broken}`;
  if (outcome.status === 'optimal' && outcome.rowDuals) {
    const proven = dualBound(model, outcome.rowDuals);
    if (!(value - proven <= TOLERANCE * Math.max(1, Math.abs(value)))) {
      return "the engine's duals do not prove its optimum";
    }
  }
  return undefined;
}
