import { describe, expect, test } from 'vitest';
import type { StressReport } from '../../../scenarios/domain/stress.ts';
import { expectRefused, werf } from '../../support/werf.ts';

async function asked(body: unknown, ports?: Parameters<typeof werf>[0], of?: string) {
  const { post, plan } = await werf(ports);
  return { ...(await post(`/v1/plans/${of ?? plan.digest}/stress`, body)), plan };
}

describe('the stress test of a plan over HTTP', () => {
  test('tells what breaks it, with what was assumed', async () => {
    const { status, text, plan } = await asked({ terms: { target: 0.5, timeToRecover: 1, domains: ['supplier'] } });
    expect(status).toBe(200);
    const report = JSON.parse(text) as StressReport;
    expect(report).toMatchObject({ format: 'gilde-stress/1', plan: plan.digest });
    expect(report.assumed).toEqual({ target: 0.5, timeToRecover: 1, surge: 0, requalification: false });
    expect(report.kinds).toMatchObject([{ domain: 'supplier', size: 1, proof: 'exact', smallest: { losses: ['S4'] } }]);
  });

  test('is of firms, then regions, where nothing is asked', async () => {
    const report = JSON.parse((await asked({})).text) as StressReport;
    expect(report.assumed).toMatchObject({ target: 0.9, timeToRecover: 2 });
    expect(report.kinds.map(({ domain }) => domain)).toEqual(['supplier', 'region']);
  });

  test.each([
    [{ terms: { target: 0 } }, '/terms/target'],
    [{ terms: { domains: ['firm'] } }, '/terms/domains/0'],
    [{ terms: { timeToRecover: 0.5 } }, '/terms/timeToRecover'],
    [{ terms: { losses: 3 } }, '/terms/losses'],
    [{ seconds: 500 }, '/seconds'],
  ])('is refused for %j', async (body, pointer) => {
    expectRefused(await asked(body), pointer);
  });

  test('knows no other plan', async () => expect((await asked({}, undefined, 'a'.repeat(64))).status).toBe(404));

  test('is not made where nothing is solved while somebody waits', async () =>
    expect((await asked({}, {})).status).toBe(503));
});
