import { describe, expect, test } from 'vitest';
import { curveSchema } from '../../../scenarios/wire/curve-schema.ts';
import { expectRefused, werf } from '../../support/werf.ts';

async function asked(
  body: unknown,
  { ports, digest }: { readonly ports?: Parameters<typeof werf>[0]; readonly digest?: string } = {},
) {
  const { post, plan } = await werf(ports);
  const { sha256 } = plan.scenario;
  return { ...(await post(`/v1/scenarios/${digest ?? sha256}/robustness-curve`, body)), sha256 };
}

describe('what robustness costs over HTTP', () => {
  test('is told rung by rung, with what was assumed', async () => {
    const terms = { timeToRecover: 1, levels: [0.4, 0.5], two: false };
    const { status, text, sha256 } = await asked({ terms, seconds: 60, gap: 0 });
    expect(status).toBe(200);
    const curve = curveSchema.parse(JSON.parse(text));
    expect(curve.scenario.sha256).toBe(sha256);
    expect(curve.assumed).toMatchObject({ timeToRecover: 1, domains: ['supplier'] });
    expect(curve.limits).toEqual({ gap: 0, timeLimit: 60 });
    expect(curve.points.map(({ cost }) => Math.round(cost!.value))).toEqual([70_130, 70_130, 70_130, 70_197]);
  });

  test.each([
    [{ terms: { levels: [] } }, '/terms/levels'],
    [{ terms: { levels: [0.5, 2] } }, '/terms/levels/1'],
    [{ terms: { level: [0.5] } }, '/terms/level'],
    [{ terms: { serviceLevel: 0.5 } }, '/terms/serviceLevel'],
    [{ seconds: 500 }, '/seconds'],
    [{ gap: 1 }, '/gap'],
  ])('is refused for %j', async (body, pointer) => {
    expectRefused(await asked(body), pointer);
  });

  test('of a scenario that is not there', async () =>
    expect((await asked({}, { digest: 'ab'.repeat(32) })).status).toBe(404));

  test('is not planned where nothing is solved while somebody waits', async () =>
    expect((await asked({}, { ports: {} })).status).toBe(503));
});
