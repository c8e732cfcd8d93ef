import { expect, it } from 'vitest';
import { emailAddressSchema } from './email.ts';

it.each([
  ['ada@example.com', true],
  [`${'a'.repeat(64)}@example.com`, true],
  [`${'a'.repeat(65)}@example.com`, false],
  [`ada@${'a'.repeat(250)}.com`, false],
  ['ada@@example.com', false],
  ['ada', false],
])('%s: %s', (address, isValid) => {
  expect(emailAddressSchema.safeParse(address).success).toBe(isValid);
});
