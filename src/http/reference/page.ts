import type { Described, Operation } from './described.ts';
import { escaped, inline, prose } from './html.ts';
import { anchorOf, operationSection } from './operation.ts';
import { fields } from './schema.ts';

interface Listed {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

const METHODS: readonly string[] = ['get', 'post', 'put', 'patch', 'delete'];

const listed = ({ paths = {} }: Described): Listed[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) =>
      METHODS.includes(method) ? [{ method, path, operation }] : [],
    ),
  );

const COMMON = `Besides what each route names, any may answer 400 (a parameter or header that is not right), 401 (no valid token), 403 (the token
lacks the scope, or the request comes from another site), 500 (a fault of the service) and 503 (not at the moment). Every refusal is a
\`Problem\`; the [kinds](/problems) are listed.`;

const common = (): string =>
  inline(COMMON)
    .replace('[kinds](/problems)', '<a href="/problems">kinds</a>')
    .replace('<code>Problem</code>', '<a href="#part-Problem"><code>Problem</code></a>');

/** The reference as one page that needs nothing else: no script, no font, no picture, no other host. */
export function referencePage(document: Described): string {
  const { info, tags = [], components } = document;
  const all = listed(document);
  const parts = Object.entries(components?.schemas ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  const groups = tags
    .map((tag) => ({ ...tag, own: all.filter(({ operation }) => operation.tags?.includes(tag.name)) }))
    .filter(({ own }) => own.length > 0);
  const links = groups.map(
    ({ name, own }) =>
      `<h2>${escaped(name)}</h2><ul>${own
        .map(
          ({ method, path }) =>
            `<li><a href="#${anchorOf(method, path)}"><span class="method">${method.toUpperCase()}</span> ${escaped(path.replace(/^\/v1/, ''))}</a></li>`,
        )
        .join('')}</ul>`,
  );
  const partLinks = parts.map(([name]) => `<li><a href="#part-${escaped(name)}">${escaped(name)}</a></li>`).join('');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(info.title)} ${escaped(info.version)}: reference</title><link rel="stylesheet" href="/docs/style.css"></head><body>
<a class="skip" href="#main">To the routes</a>
<nav aria-label="Routes"><details open><summary>Routes and parts</summary>${links.join('')}<h2>Parts</h2><ul>${partLinks}</ul></details></nav>
<main id="main"><header><h1>${escaped(info.title)} <span class="version">${escaped(info.version)}</span></h1>
${prose(info.description)}<p>${common()}</p>
<p>For programs: <a href="/openapi.json">/openapi.json</a>, OpenAPI 3.1. The commands below take the address from <code>GILDE</code>, as
<code>export GILDE=http://127.0.0.1:8470</code>; on the service's own machine the token may be left out.</p></header>
${groups
  .map(
    ({ name, description, own }) =>
      `<div class="group"><h2 class="tag">${escaped(name)}</h2>${prose(description)}${own
        .map(({ method, path, operation }) => operationSection(method, path, operation))
        .join('\n')}</div>`,
  )
  .join('\n')}
<div class="group"><h2 class="tag">Parts</h2>${parts
    .map(
      ([name, schema]) =>
        `<section class="part" id="part-${escaped(name)}"><h2>${escaped(name)}</h2>${prose(schema.description)}${fields(schema)}</section>`,
    )
    .join('\n')}</div>
</main></body></html>
`;
}
