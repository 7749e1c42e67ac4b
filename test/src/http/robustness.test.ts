import { describe, expect, test } from 'vitest';
import type { RobustnessReport } from '../../../scenarios/domain/robustness.ts';
import { engineOfTests } from '../../support/highs.ts';
import { serviceOfTests } from '../../support/service.ts';
import { keepTiny } from '../../support/tiny-planned.ts';

const solving = { engines: [engineOfTests], now: () => performance.now() };

async function asked(body: unknown, ports: Parameters<typeof serviceOfTests>[0] = { solving }) {
  const { organisation } = await serviceOfTests(ports);
  const { ask, store } = await organisation('Werf');
  const { plan } = await keepTiny(store);
  const headers = { 'content-type': 'application/json' };
  const answer = await ask(`/v1/plans/${plan.digest}/robustness`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers,
  });
  return { status: answer.status, text: await answer.text(), plan };
}

describe('the robustness of a plan over HTTP', () => {
  test('is told with what was assumed of outages', async () => {
    const { status, text, plan } = await asked({ terms: { timeToRecover: 1, domains: ['supplier', 'region'] } });
    expect(status).toBe(200);
    const report = JSON.parse(text) as RobustnessReport;
    expect(report).toMatchObject({ format: 'gilde-robustness/1', plan: plan.digest });
    expect(report.assumed).toMatchObject({ timeToRecover: 1, domains: ['region', 'supplier'], losses: 1 });
    expect(report.domains.length).toBeGreaterThan(0);
  });

  test.each([
    [{ terms: { serviceLevel: 2 } }, '/terms/serviceLevel'],
    [{ terms: { losses: 3 } }, '/terms/losses'],
    [{ terms: { timetorecover: 3 } }, '/terms/timetorecover'],
    [{ seconds: 500 }, '/seconds'],
  ])('is refused for %j', async (body, pointer) => {
    const { status, text } = await asked(body);
    expect([status, (JSON.parse(text) as { errors: { pointer: string }[] }).errors[0]!.pointer]).toEqual([
      422,
      pointer,
    ]);
  });

  test('is not assessed where nothing is solved while somebody waits', async () =>
    expect((await asked({}, {})).status).toBe(503));
});
