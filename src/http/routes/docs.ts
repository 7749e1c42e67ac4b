import { newApp } from '../new-app.ts';
import type { Described } from '../reference/described.ts';
import { referencePage } from '../reference/page.ts';
import { STYLE } from '../reference/style.ts';

/** Nothing but the page and its own style sheet may be loaded, by whatever finds its way into a description. */
const POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The reference, for people and for programs: the same document. */
export function docsRoutes(document: object) {
  const app = newApp();
  const text = JSON.stringify(document);
  let page: string | undefined;
  app.get('/openapi.json', (context) => context.body(text, 200, { 'content-type': 'application/json' }));
  app.get('/docs', (context) => {
    page ??= referencePage(document as Described);
    return context.html(page, 200, { 'content-security-policy': POLICY });
  });
  app.get('/docs/style.css', (context) => context.body(STYLE, 200, { 'content-type': 'text/css; charset=utf-8' }));
  return app;
}
