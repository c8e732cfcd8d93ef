/** One message of a server-sent event stream. */
export interface SseMessage {
  id: string | undefined;
  event: string;
  data: string;
}

/**
 * Turns the text of an event stream, cut anywhere, into its messages. `onActivity` also fires for comments: the stream is
 * alive.
 */
export class SseParser extends TransformStream<string, SseMessage> {
  constructor() {
    let rest = '';
    super({
      transform(chunk, controller) {
        const blocks = (rest + chunk).replaceAll('\r\n', '\n').split('\n\n');
        rest = blocks.pop() ?? '';
        for (const block of blocks) {
          const message = parseBlock(block);
          if (message !== undefined) controller.enqueue(message);
        }
      },
    });
  }
}

function parseBlock(block: string): SseMessage | undefined {
  const data: string[] = [];
  let id: string | undefined;
  let event = 'message';
  for (const line of block.split('\n')) {
    const [, field, value = ''] = /^([^:]+)(?:: ?(.*))?$/.exec(line) ?? [];
    if (field === 'data') data.push(value);
    else if (field === 'id') id = value;
    else if (field === 'event') event = value;
  }
  return data.length === 0 ? undefined : { id, event, data: data.join('\n') };
}
