import { useSession } from '../../lib/session.ts';
import { PasswordCard } from './password-card.tsx';
import { ProfileCard } from './profile-card.tsx';
import { SessionsCard } from './sessions-card.tsx';
import { TwoFactorCard } from './two-factor-card.tsx';

/** The account that is signed in: who it is, how it signs in, where it is signed in. */
export function AccountView() {
  const account = useSession()?.account;
  if (!account) return null;
  return (
    <div className="max-w-3xl space-y-6">
      <ProfileCard account={account} />
      <PasswordCard account={account} />
      <TwoFactorCard account={account} />
      <SessionsCard />
    </div>
  );
}
