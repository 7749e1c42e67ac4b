import { parseScenarioDocument } from '../../../scenarios/parse-document.ts';
import { scenarioSha256 } from '../../../scenarios/wire/hash.ts';
import { serialisePlan } from '../../../scenarios/wire/plan.ts';
import { EDGE_BOUNDS } from '../../../solver/engines/bounded-highs.ts';
import { createEdgeEngine } from '../../../solver/engines/edge.worker.ts';
import type { EngineProgress } from '../../../solver/engines/engine.ts';
import { planScenario } from '../../../solver/plan.ts';
import { conformanceCases, exact, hardCover, hardKnapsack } from './conformance-cases.ts';

const engine = createEdgeEngine();

/** A Worker that runs the engine on what a request asks for; a fault is an answer in words. */
export default {
  async fetch(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    const answer = answers[pathname];
    if (answer === undefined) return new Response('no such answer', { status: 404 });
    try {
      return new Response(await answer(request, searchParams));
    } catch (error) {
      return new Response(String(error), { status: 500 });
    }
  },
};

type Answer = (request: Request, asked: URLSearchParams) => Promise<string>;

const answers: Readonly<Record<string, Answer>> = {
  async '/case'(_, asked) {
    await conformanceCases[Number(asked.get('at'))]!.run(engine, 60);
    return 'holds';
  },
  /** A plan of a scenario document. */
  async '/plan'(request) {
    const checked = await parseScenarioDocument(await request.json());
    if (!checked.ok) throw new Error(checked.problems.map(({ message }) => message).join('\n'));
    const scenario = checked.value;
    const sha256 = await scenarioSha256(scenario);
    return serialisePlan(await planScenario({ scenario, sha256, engine, hooks: { now: () => performance.now() } }));
  },
  /** A search that needs some 29 MiB with less than that, then one that needs hardly any with as little. */
  async '/memory'() {
    const narrow = createEdgeEngine({ ...EDGE_BOUNDS, memory: 24 * 2 ** 20 });
    return JSON.stringify([await narrow.solve(hardCover(160), exact), await narrow.solve(hardCover(60), exact)]);
  },
  /** The progress of a search. */
  async '/progress'() {
    const told: EngineProgress[] = [];
    await engine.solve(hardKnapsack(50), { ...exact, work: 200 }, { progress: (event) => void told.push(event) });
    return JSON.stringify(told);
  },
};
