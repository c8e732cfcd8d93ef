export interface SseMessage {
  id: string | undefined;
  event: string | undefined;
  data: { [member: string]: unknown };
}

/** Follows an event stream over a real connection. */
export interface SseClient {
  response: Response;
  /** The next message; heartbeats are skipped. Undefined where the stream has ended. */
  next(): Promise<SseMessage | undefined>;
  close(): void;
}

export async function followEvents(url: string, headers: Record<string, string>): Promise<SseClient> {
  const controller = new AbortController();
  const response = await fetch(url, { headers, signal: controller.signal });
  const messages = messagesOf(response);
  return {
    response,
    next: async () => (await messages.next()).value ?? undefined,
    close: () => controller.abort(),
  };
}

async function* messagesOf(response: Response): AsyncGenerator<SseMessage, void> {
  if (response.body === null) return;
  let rest = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body) {
    const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = new Map(block.split('\n').map((line) => splitOnce(line)));
      const data = fields.get('data');
      if (data !== undefined) yield { id: fields.get('id'), event: fields.get('event'), data: JSON.parse(data) };
    }
  }
}

function splitOnce(line: string): [string, string] {
  const index = line.indexOf(': ');
  return [line.slice(0, index), line.slice(index + 2)];
}
