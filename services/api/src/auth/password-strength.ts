import { AppError } from '@shopwright/contract/errors';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** Of 0 to 4; 3 needs more than 10^8 guesses of somebody who knows the common patterns. */
const leastScore = 3;
/** What comes after it adds nothing to the score and costs time. */
const judgedLength = 100;

let estimator: ZxcvbnFactory | undefined;

/** Refuses passwords that are common, patterns, or made of what is known of their owner. Throws PASSWORD_TOO_WEAK. */
export function requireStrongPassword(password: string, known: readonly string[]): void {
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const words = known.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]).filter((word) => word.length > 2);
  const { score } = estimator.check(password.slice(0, judgedLength), [...words, 'shopwright']);
  if (score < leastScore) throw new AppError('PASSWORD_TOO_WEAK');
}
