import { hiddenTextProblem } from '@shopwright/contract/hidden-text';
import type { FieldProblem } from './invalid-request.ts';
import { childPointer } from './json-pointer.ts';

/** Keys that reach an object's prototype in code that copies objects carelessly. */
const prototypeKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const maxReported = 20;

/**
 * What is wrong with the texts and keys anywhere in a parsed value: control and hidden characters, prototype keys. Iterative,
 * so that deep nesting costs no stack.
 */
export function textProblems(value: unknown): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const waiting: { pointer: string; value: unknown }[] = [{ pointer: '', value }];
  for (let next = waiting.pop(); next !== undefined && problems.length < maxReported; next = waiting.pop()) {
    if (typeof next.value === 'string') addTextProblem(problems, next.pointer, next.value);
    else if (typeof next.value === 'object' && next.value !== null) {
      for (const [key, child] of Object.entries(next.value)) {
        const pointer = childPointer(next.pointer, key);
        if (prototypeKeys.has(key)) problems.push({ pointer, message: 'is not allowed as a key' });
        else if (hiddenTextProblem(key) !== undefined) addTextProblem(problems, next.pointer, key, 'has a key that ');
        else waiting.push({ pointer, value: child });
      }
    }
  }
  return problems;
}

function addTextProblem(problems: FieldProblem[], pointer: string, text: string, prefix = ''): void {
  const problem = hiddenTextProblem(text);
  if (problem !== undefined) problems.push({ pointer, message: `${prefix}${problem}` });
}
