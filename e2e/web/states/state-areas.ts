import { accountStates } from './account.ts';
import { createStoreStates } from './create-store.ts';
import type { StateArea } from './dashboard-state.ts';
import { errorStates } from './errors.ts';
import { listStates } from './list.ts';
import { mailedLinkStates } from './mailed-links.ts';
import { organizationStates } from './organization.ts';
import { platformStates } from './platform.ts';
import { shellStates } from './shell.ts';
import { signInStates } from './sign-in.ts';
import { storeDetailStates } from './store-details.ts';
import { storeLifeStates } from './store-life.ts';

/** Every page and state of the dashboard. In this order: a few states go on into the next one. */
export const stateAreas: readonly StateArea[] = [
  { title: 'Signing in', text: 'Before anybody is known.', states: signInStates },
  { title: 'Links by mail', text: 'Passwords, accounts and invitations.', states: mailedLinkStates },
  { title: 'Stores', text: 'The first page.', states: listStates },
  { title: 'The life of a store', text: 'From its place in the line until it is gone.', states: storeLifeStates },
  { title: 'The page of a store', text: 'What else it shows, and to whom.', states: storeDetailStates },
  { title: 'Creating and deleting', text: 'The two dialogs.', states: createStoreStates },
  { title: 'Getting around', text: 'Menus and the keyboard.', states: shellStates },
  { title: 'The organization', text: 'Members, tokens, quota.', states: organizationStates },
  { title: 'The account', text: 'How one signs in.', states: accountStates },
  { title: 'For operators', text: 'And the activity, which every member has.', states: platformStates },
  { title: 'When something is wrong', text: 'Every error says what happened and what to do.', states: errorStates },
];
