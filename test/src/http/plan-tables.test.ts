import { expect, test } from 'vitest';
import { outputFiles } from '../../../src/cli/format/output-files.ts';
import { serviceOfTests } from '../../support/service.ts';
import { keepTiny } from '../../support/tiny-planned.ts';

async function withTiny() {
  const service = await serviceOfTests();
  const werf = await service.organisation('Werf');
  return { ...service, werf, tiny: await keepTiny(werf.store) };
}

test('each table of a plan is what the command line writes', async () => {
  const { werf, tiny } = await withTiny();
  const files = [...outputFiles(tiny.plan, tiny.scenario, '', '')].filter(([name]) => name.endsWith('.csv'));
  expect(files.map(([name]) => name)).toContain('awards.csv');
  for (const [name, text] of files) {
    const answer = await werf.ask(`/v1/plans/${tiny.plan.digest}/tables/${name}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/csv; charset=utf-8; header=present',
    ]);
    expect(await answer.text()).toBe(text);
  }
});

test('a reader who has a table already is told so', async () => {
  const { werf, tiny } = await withTiny();
  const path = `/v1/plans/${tiny.plan.digest}/tables/awards.csv`;
  const etag = (await werf.ask(path)).headers.get('etag')!;
  const again = await werf.ask(path, { headers: { 'if-none-match': etag } });
  expect([again.status, await again.text()]).toEqual([304, '']);
  const other = await werf.ask(path.replace('awards', 'members'), { headers: { 'if-none-match': etag } });
  expect(other.status).toBe(200);
});

test('a table that no plan has is refused with those that there are', async () => {
  const { werf, tiny } = await withTiny();
  const answer = await werf.ask(`/v1/plans/${tiny.plan.digest}/tables/award.csv`);
  expect(answer.status).toBe(404);
  expect((await answer.json()) as object).toMatchObject({ detail: expect.stringContaining('awards.csv, members.csv') });
});

test('the plans of an organisation are another one’s secret', async () => {
  const { organisation, tiny } = await withTiny();
  const { ask } = await organisation('Kade');
  for (const part of ['', '/tables/awards.csv', '/verification'])
    expect((await ask(`/v1/plans/${tiny.plan.digest}${part}`)).status).toBe(404);
});

test('the list of plans comes as a table for who asks for one, with its next page in Link', async () => {
  const { werf, tiny } = await withTiny();
  const answer = await werf.ask('/v1/plans', { headers: { accept: 'text/csv' } });
  const [header, row] = (await answer.text()).split('\n');
  expect(header).toBe('digest,scenario,name,status,shortfall,cost,members,multiple,gap,createdAt');
  expect(row).toMatch(new RegExp(`^${tiny.plan.digest},${tiny.sha256},tiny \\(synthetic example\\),optimal,`));
  expect(answer.headers.get('link')).toBeNull();
  expect((await werf.ask('/v1/plans', { headers: { accept: '*/*' } })).headers.get('content-type')).toMatch(/json/);
});
