import { AppError } from '@shopwright/contract/errors';
import { describe, expect, it } from 'vitest';
import { asDatabaseFailure } from './database-failure.ts';

const withCode = (code: string): Error => Object.assign(new Error('secret text'), { code });

describe('a failed use of the database', () => {
  it.each([
    ['refused', withCode('ECONNREFUSED')],
    ['shut down', withCode('57P01')],
    ['too many connections', withCode('53300')],
    ['statement time-out', withCode('57014')],
    ["the driver's own time-out", new Error('timeout exceeded when trying to connect')],
    ['wrapped by the query builder', new Error('Failed query', { cause: withCode('08006') })],
    ['every address refused', new AggregateError([withCode('ECONNREFUSED'), withCode('ECONNREFUSED')])],
  ])('is DATABASE_UNAVAILABLE: %s', (_what, error) => {
    expect(asDatabaseFailure(error)).toMatchObject({ code: 'DATABASE_UNAVAILABLE', cause: error });
  });

  it.each([
    ['a unique violation', withCode('23505')],
    ['a mistake of ours', new TypeError('x is undefined')],
    ['an error with a code of ours', new AppError('STORE_NOT_FOUND')],
  ])('is passed on: %s', (_what, error) => {
    expect(asDatabaseFailure(error)).toBe(error);
  });
});
