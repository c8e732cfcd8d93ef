import { describe, expect, it } from 'vitest';
import { AppError, errorCodes, errorDetail, errorRegistry, isErrorCode } from './errors.ts';

describe('error registry', () => {
  it.each(errorCodes)('%s says what happened and what to do', (code) => {
    const definition = errorRegistry[code];
    expect(code).toMatch(/^[A-Z][A-Z_]+[A-Z]$/);
    expect(definition.status).toBeGreaterThanOrEqual(400);
    expect(definition.status).toBeLessThan(600);
    expect(definition.title.length).toBeGreaterThan(5);
    expect(definition.hint).toMatch(/[.]$/);
  });

  it('fills placeholders and keeps the cause', () => {
    const cause = new Error('low');
    const error = new AppError('STORE_NAME_TAKEN', { cause, params: { slug: 'tea' } });
    expect(error.message).toBe('Another store already uses the address tea.');
    expect(error.cause).toBe(cause);
    expect(error.status).toBe(409);
    expect(error.retryable).toBe(false);
  });

  it('never leaves a placeholder open', () => {
    for (const code of errorCodes) expect(errorDetail(code, {})).not.toMatch(/[{}]/);
  });

  it('knows its codes', () => {
    expect(isErrorCode('STORE_NAME_TAKEN')).toBe(true);
    expect(isErrorCode('toString')).toBe(false);
  });
});
