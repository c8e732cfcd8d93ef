import { Page } from '../components/page.tsx';
import { CreateOrganizationCard } from '../features/organization/create-organization-card.tsx';

/** Somebody who is in no organization: stores belong to one. */
export function NoOrganization() {
  return (
    <Page title="Welcome">
      <div className="max-w-3xl space-y-6">
        <p className="text-muted leading-relaxed">
          Stores belong to organizations, and you are in none. Open the link of an invitation, or create your own.
        </p>
        <CreateOrganizationCard title="Create an organization" />
      </div>
    </Page>
  );
}
