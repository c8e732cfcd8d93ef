import { describe, expect, it } from 'vitest';
import { hiddenTextProblem } from './hidden-text.ts';

describe('hidden text', () => {
  it.each(['Tea & Co', 'Café', '茶の店', 'سلام\u200cدنیا', '👩\u200d🚀 shop', 'O\'Neil "quoted" $(x) `y`, z'])(
    'lets %j through',
    (text) => {
      expect(hiddenTextProblem(text)).toBeUndefined();
    },
  );

  it.each([
    'a\u0000',
    'a\nb',
    'a\u007f',
    'a\u0085',
    'a\u2028',
    '\u202eevil',
    '\u2066x',
    '\ufeffx',
    'a\u00ad',
    '\ud800',
  ])('refuses %j', (text) => {
    expect(hiddenTextProblem(text)).toMatch(/^must /);
  });
});
