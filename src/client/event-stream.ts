/** One server-sent event. */
export interface StreamEvent {
  /** Its name; `message` where none was sent. */
  readonly event: string;
  readonly data: string;
  /** The id of this event, or the last one before it. */
  readonly id: string;
}

/** Reads server-sent events from a body as it arrives (WHATWG HTML, 9.2.6). A last event that was not closed by an empty line is dropped. */
export async function* eventsIn(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent, void> {
  let rest = '';
  let [event, id, data] = ['', '', [] as string[]];
  const decoder = new TextDecoder();
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const lines = (rest + decoder.decode(value, { stream: true })).split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line === '') {
          if (data.length > 0) yield { event: event === '' ? 'message' : event, data: data.join('\n'), id };
          [event, data] = ['', []];
          continue;
        }
        const [, field, text = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
        if (field === 'event') event = text;
        if (field === 'data') data.push(text);
        if (field === 'id') id = text;
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
