import { describe, expect, test } from 'vitest';
import type { Envelope } from '../../../scenarios/domain/envelope.ts';
import type { Explanation } from '../../../scenarios/domain/explanation.ts';
import { applyScenarioPatch } from '../../../scenarios/patch.ts';
import { serialiseExplanation } from '../../../scenarios/wire/explanation-schema.ts';
import { simulationSchema, simulationTerms } from '../../../scenarios/wire/simulation-schema.ts';
import { simulatePlan } from '../../../src/services/simulate-plan.ts';
import { explainSmall } from '../../support/explain-small.ts';
import { parsed, planSmall } from '../../support/plan-small.ts';
import { tinyPlanned } from '../../support/tiny-planned.ts';
import { werf } from '../../support/werf.ts';

type Service = Awaited<ReturnType<typeof werf>>;
const explained = ({ post, plan }: Service, body: unknown, headers: Record<string, string> = {}) =>
  post(`/v1/plans/${plan.digest}/explanation`, body, headers);

describe('an explanation over HTTP', () => {
  test('is what the command line prints', async () => {
    const { scenario, plan } = await tinyPlanned();
    const own = await explainSmall(scenario, plan, { rules: true });
    const { status, headers, text } = await explained(await werf(), { questions: { rules: true }, seconds: 60 });
    expect([status, headers.get('content-type')]).toEqual([200, 'application/json']);
    const { limits: _, ...told } = JSON.parse(text) as Explanation;
    const { limits: __, ...known } = JSON.parse(serialiseExplanation(own)) as Explanation;
    expect(told).toEqual(known);
  });

  test('tells of a firm that is not in the plan; its patches are what-ifs of the scenario', async () => {
    const { text } = await explained(await werf(), { questions: { whyNot: 'S3' }, seconds: 60 });
    const { whyNot, conflict, limits } = JSON.parse(text) as Explanation;
    expect([whyNot!.produces, conflict, limits.hit]).toEqual([false, null, null]);
    const { patch, aims } = whyNot!.entries[0]!;
    const { scenario } = await tinyPlanned();
    const patched = applyScenarioPatch(JSON.parse(JSON.stringify(scenario)), patch);
    if (!patched.ok) throw new Error('the patch does not fit');
    expect((await planSmall(await parsed(patched.value as typeof scenario))).aims).toEqual(aims);
  });

  test('asked twice with one key is solved once', async () => {
    const key = { 'idempotency-key': 'why-s5' };
    const service = await werf();
    const first = await explained(service, { questions: { why: 'S5' } }, key);
    const second = await explained(service, { questions: { why: 'S5' } }, key);
    expect([first.status, second.headers.get('idempotent-replayed')]).toEqual([200, 'true']);
    expect(second.text).toBe(first.text);
  });

  test.each([
    [{ questions: { whyNot: 'S99' } }, '/questions/whyNot', 'the scenario has no supplier S99'],
    [{ questions: { why: 'S3' } }, '/questions/why', 'S3 is no member of the plan'],
    [{ questions: { conflicts: true } }, '/questions/conflicts', 'not known here; did you mean conflict?'],
    [{ seconds: 0 }, '/seconds', /1/],
    [{ seconds: 121 }, '/seconds', /120/],
    [{ second: 20 }, '/second', 'not known here; did you mean seconds?'],
  ])('is refused for %j', async (body, pointer, message) => {
    const { status, text } = await explained(await werf(), body);
    const { code, errors } = JSON.parse(text) as { code: string; errors: { pointer: string; message: string }[] };
    expect([status, code, errors[0]!.pointer]).toEqual([422, 'bad-input', pointer]);
    expect(errors[0]!.message).toMatch(message);
  });

  test('of a plan that is not there', async () => {
    const { status, text } = await (await werf()).post(`/v1/plans/${'ab'.repeat(32)}/explanation`, {});
    expect([status, JSON.parse(text).detail]).toEqual([404, 'there is no such plan']);
  });

  test('where nothing is solved: said so', async () => {
    const { post, plan } = await werf({});
    const { status, text } = await post(`/v1/plans/${plan.digest}/explanation`, {});
    expect([status, JSON.parse(text).code]).toEqual([503, 'unavailable']);
  });
});

describe('an envelope over HTTP', () => {
  test('has a row for each period, and the earliest period of each multiple that is asked for', async () => {
    const { scenario } = await tinyPlanned();
    const service = await werf();
    const at = `/v1/scenarios/${service.plan.scenario.sha256}/envelope`;
    const { status, text } = await service.post(at, { multiples: [1.25], seconds: 60 });
    const { periods, earliest } = JSON.parse(text) as Envelope;
    expect([status, periods.length]).toEqual([200, scenario.calendar.periods]);
    expect(earliest.map(({ multiple }) => multiple)).toContain(1.25);
    expect((await service.post(at, { multiples: [0] })).status).toBe(422);
  });

  test('of a scenario that is not there', async () => {
    expect((await (await werf()).post(`/v1/scenarios/${'ab'.repeat(32)}/envelope`, {})).status).toBe(404);
  });
});

describe('a simulation over HTTP', () => {
  test('is what the command line prints, without anything that solves', async () => {
    const service = await werf({});
    const body = { runs: 50, outageProbability: 0.2, multiples: [2], compare: service.plan.digest };
    const { status, text } = await service.post(`/v1/plans/${service.plan.digest}/simulation`, body);
    const told = simulationSchema.parse(JSON.parse(text));
    expect([status, told.terms.runs, told.comparison?.same]).toEqual([200, 50, 1]);
    const terms = simulationTerms.parse({ runs: 50, outageProbability: 0.2 });
    const { scenario, sha256, plan } = service;
    const own = await simulatePlan({ ctx: {}, input: { scenario, sha256, plan, other: plan, terms, multiples: [2] } });
    expect(told).toEqual(own);
  });

  test.each([
    [{ runs: 0 }, 422, '/runs'],
    [{ runs: 100_001 }, 422, '/runs'],
    [{ run: 5 }, 422, '/run'],
    [{ compare: 'f'.repeat(64) }, 422, '/compare'],
  ])('is refused for %j', async (body, expected, pointer) => {
    const service = await werf({});
    const { status, text } = await service.post(`/v1/plans/${service.plan.digest}/simulation`, body);
    const { errors } = JSON.parse(text) as { errors: { pointer: string }[] };
    expect([status, errors[0]!.pointer]).toEqual([expected, pointer]);
  });
});
