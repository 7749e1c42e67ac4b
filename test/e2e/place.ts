/** A service that listens, and tokens of two organisations that know nothing of each other. */
export interface Place {
  /** Without a slash at the end. */
  readonly base: string;
  readonly token: string;
  readonly otherToken: string;
}

interface Asked {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly token?: string;
}

/** Asks a place as a script would: a body that is no text or bytes goes as JSON. */
export function ask(place: Place, path: string, { method = 'GET', body, headers, token = place.token }: Asked = {}) {
  const raw = typeof body === 'string' || body instanceof Uint8Array;
  return fetch(`${place.base}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && !raw && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: (raw ? body : JSON.stringify(body)) as BodyInit }),
  });
}

/** The JSON answer to a request that must be answered with this status. */
export async function answered(status: number, response: Promise<Response>) {
  const answer = await response;
  const text = await answer.text();
  if (answer.status !== status)
    throw new Error(`answered ${answer.status} instead of ${status}: ${text.slice(0, 2000)}`);
  return text === '' ? undefined : JSON.parse(text);
}

/** One server-sent event. */
export interface Told {
  readonly id: number;
  readonly event: string;
  // biome-ignore lint/suspicious/noExplicitAny: what an event holds is what the tests look at.
  readonly data: any;
}

/** The events of a job from the one after `after` on, over as many connections as it takes, until the end or as many as are wanted. */
export async function follow(place: Place, job: string, after = 0, most = Number.POSITIVE_INFINITY): Promise<Told[]> {
  const told: Told[] = [];
  let last = after;
  for (;;) {
    const headers = { accept: 'text/event-stream', 'last-event-id': String(last) };
    const response = await ask(place, `/v1/jobs/${job}/events`, { headers });
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += part.value;
      const blocks = text.split('\n\n');
      text = blocks.pop()!;
      for (const block of blocks) {
        const lines = Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2)));
        if (lines.event === undefined) continue;
        last = Number(lines.id);
        told.push({ id: last, event: lines.event, data: JSON.parse(lines.data) });
        if (lines.event === 'end' || told.length >= most) {
          await reader.cancel();
          return told;
        }
      }
    }
  }
}
