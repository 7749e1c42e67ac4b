import { expect, test } from 'vitest';
import { supplierSheetSchema } from '../../../scenarios/wire/supplier-sheet-schema.ts';
import { serviceOfTests } from '../../support/service.ts';
import { keepTiny } from '../../support/tiny-planned.ts';

async function withTiny() {
  const service = await serviceOfTests();
  const werf = await service.organisation('Werf');
  const { plan } = await keepTiny(werf.store);
  return { ...service, werf, path: `/v1/plans/${plan.digest}/sheets/S2` };
}

test('a sheet comes as JSON, as Markdown and as a table, each with a name of its own', async () => {
  const { werf, path } = await withTiny();
  const json = await werf.ask(path);
  expect(supplierSheetSchema.parse(await json.json()).revenue).toBe(25_200);
  const markdown = await werf.ask(path, { headers: { accept: 'text/markdown' } });
  expect(markdown.headers.get('content-type')).toMatch(/^text\/markdown/);
  expect(await markdown.text()).toContain('# ');
  const table = await werf.ask(path, { headers: { accept: 'text/csv' } });
  expect((await table.text()).split('\n')[0]).toBe('period,kind,item,detail,quantity,hours,unitPrice,euro,firstPeriod');
  const tags = [json, markdown, table].map((answer) => answer.headers.get('etag'));
  expect(new Set(tags).size).toBe(3);
  const again = await werf.ask(path, { headers: { 'if-none-match': tags[0]! } });
  expect(again.status).toBe(304);
});

test('the payback is reckoned with the margin that is asked for, which is a fraction', async () => {
  const { werf, path } = await withTiny();
  const sheet = supplierSheetSchema.parse(await (await werf.ask(`${path}?margin=0.2`)).json());
  expect(sheet.payback).toMatchObject({ margin: 0.2, period: '2026-Q3' });
  for (const margin of ['0', '1.5', 'x']) expect((await werf.ask(`${path}?margin=${margin}`)).status).toBe(400);
});

test('there is a sheet for members alone, and for nobody of another organisation', async () => {
  const { werf, organisation, path } = await withTiny();
  expect((await werf.ask(path.replace(/S2$/, 'S3'))).status).toBe(404);
  const { ask } = await organisation('Kade');
  expect((await ask(path)).status).toBe(404);
});
