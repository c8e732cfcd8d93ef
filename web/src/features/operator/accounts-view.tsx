import { accountsRoutes } from '@shopwright/contract/routes/accounts';
import type { OperatedAccountView } from '@shopwright/contract/schemas/account';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { PagedList } from '../../components/paged-list.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { accountsQuery } from '../../lib/account-queries.ts';
import { callApi } from '../../lib/api-client.ts';
import { plural } from '../../lib/format.ts';
import { useMay, useSession } from '../../lib/session.ts';
import { useAction } from '../../lib/use-action.ts';

/** Every account of the platform, and who is kept out. */
export function AccountsView() {
  const [search, setSearch] = useState('');
  const query = useInfiniteQuery(accountsQuery(useDeferredValue(search.trim())));
  return (
    <div className="max-w-4xl space-y-4">
      <SearchField label="Search accounts" placeholder="Search by name or e-mail" value={search} onSearch={setSearch} />
      <PagedList query={query} empty="No account matches.">
        {(account) => <AccountRow key={account.id} account={account} />}
      </PagedList>
    </div>
  );
}

function AccountRow({ account }: { account: OperatedAccountView }) {
  const { name, email, isOperator, twoFactorEnabled, organizations, disabledAt, lastSignInAt } = account;
  const facts = [
    isOperator ? 'operator' : '',
    plural(organizations, 'organization'),
    twoFactorEnabled ? 'second factor on' : 'no second factor',
  ].filter(Boolean);
  return (
    <li className="flex flex-wrap items-center justify-end gap-x-4 gap-y-2 py-3.5">
      <div className="min-w-48 grow">
        <p className="break-words">
          <span className="font-medium">{name}</span> <span className="text-muted break-all">{email}</span>
          {disabledAt !== null && <span className="text-bad ml-2 text-[0.8125rem]">Disabled</span>}
        </p>
        <p className="text-muted text-[0.8125rem]">
          {facts.join(', ')}, {lastSignInAt === null ? 'never signed in' : 'signed in '}
          {lastSignInAt !== null && <TimeAgo at={lastSignInAt} />}
        </p>
      </div>
      <AccountSwitch account={account} />
    </li>
  );
}

function AccountSwitch({ account }: { account: OperatedAccountView }) {
  const may = useMay();
  const ownId = useSession()?.account?.id;
  const isDisabled = account.disabledAt !== null;
  const route = isDisabled ? accountsRoutes.enableAccount : accountsRoutes.disableAccount;
  const change = useAction({
    run: () => callApi(route, { params: { id: account.id } }),
    changes: [['accounts']],
    done: isDisabled ? `${account.name} may sign in again` : `${account.name} is kept out`,
  });
  if (!may(route.permission) || account.id === ownId) return null;
  if (isDisabled) {
    return (
      <Button size="small" isBusy={change.isPending} onClick={() => change.mutate()}>
        Let in again
      </Button>
    );
  }
  return (
    <ConfirmButton
      size="small"
      isBusy={change.isPending}
      aria-label={`Disable ${account.name}`}
      title={`Disable ${account.name}?`}
      explanation="Their sessions end now and their tokens stop working. Their organizations and stores stay as they are."
      confirm="Disable"
      onConfirm={() => change.mutate()}
    >
      Disable
    </ConfirmButton>
  );
}
