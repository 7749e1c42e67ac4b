import { expect, test } from 'vitest';
import { referencePage } from '../../../src/http/reference/page.ts';
import { serviceOfTests } from '../../support/service.ts';

/** The page and the document that it shows. */
async function reference() {
  const { app } = await serviceOfTests();
  const [page, document] = [await app.request('/docs'), await app.request('/openapi.json')];
  return { app, page, html: await page.text(), document: await document.json() };
}

test('the reference shows every route and every part of the OpenAPI document, to anybody', async () => {
  const { page, html, document } = await reference();
  expect(page.status).toBe(200);
  const routes = Object.entries<object>(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `<span class="method">${method.toUpperCase()}</span> <code>${path}</code>`),
  );
  expect(routes.length).toBeGreaterThan(5);
  for (const route of routes) expect(html).toContain(route);
  for (const name of Object.keys(document.components.schemas)) expect(html).toContain(`id="part-${name}"`);
});

test('the reference is whole by itself: it asks no other host, runs no script, and the browser is told so', async () => {
  const { app, page, html } = await reference();
  const loaded = [...html.matchAll(/<(?:link|script|img|iframe|style|object)\b[^>]*>/g)].map(([tag]) => tag);
  expect(loaded).toEqual(['<link rel="stylesheet" href="/docs/style.css">']);
  expect(html).not.toMatch(/(?:href|src)="(?:https?:)?\/\//);
  expect(html).not.toMatch(/ on\w+=| style=/);
  expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self';/);
  const style = await app.request('/docs/style.css');
  expect(style.headers.get('content-type')).toMatch(/^text\/css/);
  expect(await style.text()).not.toMatch(/url\(|@import/);
});

test('each link within the reference leads somewhere, and no place has two names', async () => {
  const { html } = await reference();
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
});

test('what a description says is text, never a tag', () => {
  const info = { title: '<b>T</b>', version: '1', description: '<script>alert(1)</script> `a<b`' };
  const html = referencePage({ info });
  expect(html).not.toContain('<script>');
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; <code>a&lt;b</code>');
});
