import { expect, test } from 'vitest';
import type { Verification } from '../../../src/services/verify-plan.ts';
import { serviceOfTests } from '../../support/service.ts';
import { keepTiny, tinyPlanned } from '../../support/tiny-planned.ts';

const JSON_BODY = { 'content-type': 'application/json' };

async function werf() {
  const { organisation } = await serviceOfTests();
  const { ask, store } = await organisation('Werf');
  const verify = (body: string, headers: Record<string, string> = JSON_BODY) =>
    ask('/v1/plans/verify', { method: 'POST', body, headers });
  return { ask, store, verify };
}

test('a kept plan is re-checked against its kept scenario and holds', async () => {
  const { ask, store } = await werf();
  const { plan } = await keepTiny(store);
  const answer = await ask(`/v1/plans/${plan.digest}/verification`);
  const found = (await answer.json()) as Verification;
  expect([answer.status, found.holds, found.violations]).toEqual([200, true, []]);
  expect(found.rules.map(({ rule, holds }) => [rule, holds])).toEqual([
    ['cap-60', true],
    ['two-sources', true],
  ]);
});

test('a plan that is sent is re-checked; an altered one does not hold, check by check', async () => {
  const { store, verify } = await werf();
  const { plan, text } = await keepTiny(store);
  expect(await (await verify(text)).json()).toMatchObject({ holds: true });
  const [first, ...others] = plan.production;
  const altered = { ...plan, production: [{ ...first!, quantity: first!.quantity + 1 }, ...others] };
  const answer = await verify(JSON.stringify(altered));
  const found = (await answer.json()) as Verification;
  expect([answer.status, found.holds]).toEqual([200, false]);
  expect(found.violations.map(({ check }) => check)).toContain('digest');
});

test('a plan of a scenario that is not kept here is refused by the scenario’s hash', async () => {
  const { verify } = await werf();
  const { text, sha256 } = await tinyPlanned();
  const answer = await verify(text);
  expect([answer.status, await answer.json()]).toMatchObject([
    422,
    { code: 'bad-input', errors: [{ code: 'unknown-scenario', pointer: '/scenario/sha256', got: sha256 }] },
  ]);
});

test('what is no JSON is refused with its line, what is no plan with every problem', async () => {
  const { verify } = await werf();
  const broken = await verify('{\n  "format": "gilde-plan/1",,\n}');
  expect([broken.status, await broken.json()]).toMatchObject([400, { code: 'malformed', errors: [{ line: 2 }] }]);
  const none = await verify('{ "format": "gilde-plan/1", "seed": "one" }');
  const problem = (await none.json()) as { errors: { pointer: string }[] };
  expect(none.status).toBe(422);
  expect(problem.errors.map(({ pointer }) => pointer)).toEqual(expect.arrayContaining(['/seed', '/scenario']));
});

test('another form of body, or none, is refused by its type', async () => {
  const { verify } = await werf();
  const answer = await verify('a: 1', { 'content-type': 'application/yaml' });
  expect([answer.status, await answer.json()]).toMatchObject([
    415,
    { detail: 'Content-Type must be application/json, got application/yaml' },
  ]);
});
