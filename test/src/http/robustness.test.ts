import { describe, expect, test } from 'vitest';
import type { RobustnessReport } from '../../../scenarios/domain/robustness.ts';
import { expectRefused, werf } from '../../support/werf.ts';

async function asked(body: unknown, ...ports: Parameters<typeof werf>) {
  const { post, plan } = await werf(...ports);
  return { ...(await post(`/v1/plans/${plan.digest}/robustness`, body)), plan };
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
    expectRefused(await asked(body), pointer);
  });

  test('is not assessed where nothing is solved while somebody waits', async () =>
    expect((await asked({}, {})).status).toBe(503));
});
