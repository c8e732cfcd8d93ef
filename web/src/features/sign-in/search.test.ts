import { describe, expect, it } from 'vitest';
import { signInSearch } from './search.ts';

describe('signInSearch', () => {
  it.each(['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', 'stores', 7])(
    'does not go on to %s',
    (next) => {
      expect(signInSearch({ next })).toEqual({});
    },
  );

  it('keeps a page of the dashboard, a known problem and the step', () => {
    const search = { next: '/stores/st-aaaaaaaaaa?x=1#part', problem: 'PROVIDER_FAILED', step: 'two-factor' };
    expect(signInSearch(search)).toEqual(search);
    expect(signInSearch({ problem: 'you have won', step: 'three' })).toEqual({});
  });
});
