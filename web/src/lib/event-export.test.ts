import { describe, expect, it } from 'vitest';
import { eventsAsCsv, eventsAsJsonLines } from './event-export.ts';
import { sampleEvent } from './testing-samples.ts';

describe('export of events', () => {
  it('is a table whose cells keep commas, quotes and line breaks', () => {
    const event = { ...sampleEvent('store.created'), reason: 'said "no",\nthen yes' };
    const [header, ...rest] = eventsAsCsv([event]).split('\r\n');
    expect(header).toMatch(/^id,at,type,what,detail,store,/);
    expect(rest.join('\r\n')).toContain('"said ""no"",\nthen yes"');
  });

  it.each(['=1+1', '+1', '-1', '@sum'])('gives %s to a spreadsheet as text', (name) => {
    const event = sampleEvent('store.created');
    expect(eventsAsCsv([{ ...event, actor: { ...event.actor, name } }])).toContain(`,'${name},`);
  });

  it('is a JSON object a line', () => {
    const event = sampleEvent('store.created');
    const lines = eventsAsJsonLines([event, event]).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([event, event]);
  });
});
