import { storesRoutes } from '@shopwright/contract/routes/stores';
import type { StoreDetail } from '@shopwright/contract/schemas/store';
import { Eye, EyeOff } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { Button, IconButton } from '../../components/button.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { InlineError } from '../../components/states.tsx';
import { newIdempotencyKey, useRevealCredentials } from '../../lib/mutations.ts';
import { useMay } from '../../lib/session.ts';

const mask = '••••••••••••••••';

/** The administrator's name and password. The password is handed out once, noted in the activity, and gone with this page. */
export function Credentials({ store }: { store: StoreDetail }) {
  const reveal = useRevealCredentials(store.id);
  const password = reveal.data?.password;
  const mayReveal = useMay()(storesRoutes.revealCredentials.permission);
  return (
    <div className="border-line divide-line divide-y border-t">
      <dl className="divide-line divide-y">
        <Row label="User name">
          <span className="truncate font-mono text-[0.8125rem]">{store.adminUsername}</span>
          <CopyButton what="the user name" text={store.adminUsername} />
        </Row>
        <Row label="Password">
          {password === undefined ? (
            <HiddenPassword store={store} reveal={reveal} />
          ) : (
            <RevealedPassword password={password} />
          )}
        </Row>
      </dl>
      <div className="px-5 py-3.5 sm:px-6">
        {reveal.isError ? (
          <InlineError error={reveal.error} />
        ) : (
          <p className="text-muted text-[0.8125rem] leading-relaxed text-pretty">
            {explanation(store, password, mayReveal)}
          </p>
        )}
      </div>
    </div>
  );
}

interface HiddenPasswordProps {
  store: StoreDetail;
  reveal: ReturnType<typeof useRevealCredentials>;
}

function HiddenPassword({ store, reveal }: HiddenPasswordProps) {
  // One key for this page: an answer that got lost can be asked for again.
  const key = useRef('');
  const may = useMay();
  const askForPassword = (): void => {
    key.current ||= newIdempotencyKey();
    reveal.mutate({ idempotencyKey: key.current });
  };
  return (
    <>
      <span aria-hidden className="text-muted font-mono text-[0.8125rem]">
        {mask}
      </span>
      {store.credentialsAvailable && may(storesRoutes.revealCredentials.permission) && (
        <Button size="small" isBusy={reveal.isPending} onClick={askForPassword}>
          Reveal
        </Button>
      )}
    </>
  );
}

function RevealedPassword({ password }: { password: string }) {
  const [isMasked, setIsMasked] = useState(false);
  return (
    <>
      <span data-testid="password" className="font-mono text-[0.8125rem] break-all">
        {isMasked ? mask : password}
      </span>
      <IconButton
        size="small"
        label={isMasked ? 'Show the password' : 'Hide the password'}
        onClick={() => setIsMasked(!isMasked)}
      >
        {isMasked ? <Eye aria-hidden /> : <EyeOff aria-hidden />}
      </IconButton>
      <CopyButton what="the password" text={password} />
    </>
  );
}

function explanation(store: StoreDetail, password: string | undefined, mayReveal: boolean): string {
  if (password !== undefined)
    return 'Shown once. Put it into your password manager now; when you leave this page it cannot be shown again.';
  if (store.credentialsAvailable && !mayReveal) return 'A member of the organization can reveal it once.';
  if (store.credentialsAvailable) return 'It can be revealed once; who revealed it stands in the activity.';
  return 'The password has been revealed. If it is lost, reset it in the shop’s own admin.';
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex min-h-12 flex-wrap items-center gap-x-4 px-5 py-1.5 sm:px-6">
      <dt className="text-muted w-24 shrink-0 text-[0.8125rem]">{label}</dt>
      <dd className="flex min-w-0 grow items-center gap-1.5">{children}</dd>
    </div>
  );
}
