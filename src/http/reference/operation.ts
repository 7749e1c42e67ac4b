import type { Content, Operation } from './described.ts';
import { escaped, htmlTable, inline, prose } from './html.ts';
import { fields, parameterLaws, typeWords } from './schema.ts';

/** Where an operation stands in the page. */
export const anchorOf = (method: string, path: string): string =>
  `${method}-${path.replaceAll(/[{}]/g, '').replaceAll('/', '-').replace(/^-/, '')}`;

/** The statuses that any route may refuse with: told once, not at each of them. */
export const COMMON_STATUSES: readonly string[] = ['400', '401', '403', '500', '503'];

function contents(content: Content | undefined): string {
  return Object.entries(content ?? {})
    .map(([type, { schema }]) => `<h4>${escaped(type)}</h4>${fields(schema)}`)
    .join('');
}

function example(content: Content | undefined): string {
  const shown = Object.values(content ?? {}).find((kind) => kind.example !== undefined)?.example;
  if (shown === undefined) return '';
  const text = escaped(JSON.stringify(shown, null, 2));
  return `<details><summary>Example</summary><pre tabindex="0">${text}</pre></details>`;
}

/** How to ask it from a shell; `{…}` is to be filled in. */
function curl(method: string, path: string, { requestBody }: Operation): string {
  const type = Object.keys(requestBody?.content ?? {})[0];
  const words = [
    'curl',
    ...(method === 'get' ? [] : [`-X ${method.toUpperCase()}`]),
    '-H "Authorization: Bearer $GILDE_TOKEN"',
    ...(type === undefined ? [] : [`-H 'Content-Type: ${type}'`, '--data-binary @FILE']),
    `"$GILDE${path}"`,
  ];
  return `<pre tabindex="0">${escaped(words.join(' '))}</pre>`;
}

function responses(operation: Operation): string {
  const own = Object.entries(operation.responses ?? {}).filter(([status]) => !COMMON_STATUSES.includes(status));
  const rows = own.map(([status, { description, content }]) => {
    const kinds = Object.entries(content ?? {}).map(([type, { schema }]) => `${escaped(type)}: ${typeWords(schema)}`);
    return [escaped(status), inline(description ?? ''), kinds.join('<br>')];
  });
  const bodies = own.flatMap(([status, { content }]) =>
    Object.values(content ?? {}).flatMap(({ schema }) =>
      schema?.properties === undefined ? [] : [`<h4>The fields of ${escaped(status)}</h4>${fields(schema)}`],
    ),
  );
  return `<h3>Answers</h3>${htmlTable(['Status', 'When', 'Body'], rows)}${bodies.join('')}`;
}

/** One operation: what it does, takes and answers. */
export function operationSection(method: string, path: string, operation: Operation): string {
  const { summary = '', description, parameters = [], requestBody, security = [] } = operation;
  const scope = security.flatMap((scheme) => Object.values(scheme).flat())[0];
  const rows = parameters.map(({ name, in: place, required, description: about, schema }) => [
    `<code>${escaped(name)}</code>${required ? '' : ' <span class="may">optional</span>'}`,
    escaped(place),
    typeWords(schema),
    [inline(about ?? schema?.description ?? ''), parameterLaws(schema)].filter((text) => text !== '').join('; '),
  ]);
  const id = anchorOf(method, path);
  return `<section class="operation" id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${inline(summary)}</h2>
<p class="route"><span class="method">${method.toUpperCase()}</span> <code>${escaped(path)}</code>${
    scope === undefined ? '' : ` <span class="scope">scope ${escaped(scope)}</span>`
  }</p>
${prose(description)}
${rows.length === 0 ? '' : `<h3>Parameters</h3>${htmlTable(['Name', 'In', 'Type', 'Meaning'], rows)}`}
${requestBody === undefined ? '' : `<h3>Body</h3>${prose(requestBody.description)}${contents(requestBody.content)}${example(requestBody.content)}`}
${responses(operation)}
${curl(method, path, operation)}
</section>`;
}
