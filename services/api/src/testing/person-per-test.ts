import { afterAll, beforeAll, beforeEach } from 'vitest';
import { createAccountsApi, type AccountsApi } from './accounts-api.ts';
import type { Browser } from './browser.ts';
import { invitePerson, type SignedInPerson } from './people.ts';

export interface PersonPerTest {
  /** One for the whole file. */
  readonly api: AccountsApi;
  readonly operator: Browser;
  /** A member whom no other test has met. */
  readonly person: SignedInPerson;
}

/** For a test file about what a person does with the own account; its members are there while tests run. */
export function personPerTest(): PersonPerTest {
  let api: AccountsApi;
  let operator: Browser;
  let person: SignedInPerson;
  let count = 0;
  beforeAll(async () => {
    api = await createAccountsApi();
    operator = await api.operator();
  });
  beforeEach(async () => {
    person = await invitePerson(api, operator, { email: `person.${++count}@example.com`, role: 'member' });
  });
  afterAll(() => api.close());
  return {
    get api() {
      return api;
    },
    get operator() {
      return operator;
    },
    get person() {
      return person;
    },
  };
}
