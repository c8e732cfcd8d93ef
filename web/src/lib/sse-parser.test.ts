import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SseMessage, SseParser } from './sse-parser.ts';

async function parse(chunks: readonly string[]): Promise<SseMessage[]> {
  const source = new ReadableStream<string>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  return Array.fromAsync(source.pipeThrough(new SseParser()));
}

const text = [
  'retry: 2000\nid: 7\nevent: hello\ndata: {"lastEventId":"7"}\n\n',
  ': heartbeat\n\n',
  'id: 8\r\nevent: event\r\ndata: {"a":\r\ndata: 1}\r\n\r\n',
  'data: cut off',
].join('');

const expected: SseMessage[] = [
  { id: '7', event: 'hello', data: '{"lastEventId":"7"}' },
  { id: '8', event: 'event', data: '{"a":\n1}' },
];

describe('SseParser', () => {
  it('reads messages, skips comments and what was cut off at the end', async () => {
    expect(await parse([text])).toEqual(expected);
  });

  it('reads the same wherever the network cuts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: text.length })), async (cuts) => {
        const edges = [0, ...cuts.toSorted((left, right) => left - right), text.length];
        const chunks = edges.slice(1).map((edge, index) => text.slice(edges[index], edge));
        expect(await parse(chunks)).toEqual(expected);
      }),
    );
  });
});
