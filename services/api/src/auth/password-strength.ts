import { AppError } from '@shopwright/contract/errors';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** Of 0 to 4; 3 needs more than 10^8 guesses of somebody who knows the common patterns. */
const leastScore = 3;
/** What comes after it is not needed for the best score, and judging takes more than linear time. */
const judgedLength = 40;
const mostWords = 20;

let estimator: ZxcvbnFactory | undefined;

/** Refuses passwords that are common, patterns, or made of what is known of their owner. Throws PASSWORD_TOO_WEAK. */
export function requireStrongPassword(password: string, known: readonly string[]): void {
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const parts = known.flatMap((text) => [text.slice(0, judgedLength), ...text.split(/[^\p{L}\p{N}]+/u)]);
  const words = parts.filter((word) => word.length > 2 && word.length <= judgedLength).slice(0, mostWords);
  const { score } = estimator.check(password.slice(0, judgedLength), [...words, 'shopwright']);
  if (score < leastScore) throw new AppError('PASSWORD_TOO_WEAK');
}
