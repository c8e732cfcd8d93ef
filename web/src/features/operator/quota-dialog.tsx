import { quotasRoutes } from '@shopwright/contract/routes/quotas';
import type { OrganizationView } from '@shopwright/contract/schemas/organization';
import { type OrganizationQuotaView, quotaSchema } from '@shopwright/contract/schemas/quota';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { FormField } from '../../components/form-field.tsx';
import { QuotaMeters } from '../../components/quota-meters.tsx';
import { InlineError, Skeleton } from '../../components/states.tsx';
import { Submit } from '../../components/submit.tsx';
import { quotaQuery } from '../../lib/account-queries.ts';
import { notify } from '../../lib/announcer.ts';
import { callApi } from '../../lib/api-client.ts';
import { useMay } from '../../lib/session.ts';
import { useForm } from '../../lib/use-form.ts';
import { quotaOfValues, valuesOfQuota } from './quota-values.ts';

export interface QuotaDialogProps {
  organization: OrganizationView;
  onClose: () => void;
}

/** What an organization uses and may use. */
export function QuotaDialog({ organization, onClose }: QuotaDialogProps) {
  const { data, error } = useQuery(quotaQuery(organization.id));
  return (
    <Dialog isOpen onClose={onClose} width="wide" title={`Quota of ${organization.name}`}>
      {error !== null && (
        <div className="p-5">
          <InlineError error={error} />
        </div>
      )}
      {data === undefined && error === null && <Skeleton className="m-5 h-48" />}
      {data && <QuotaForm key={data.version} quota={data} onClose={onClose} />}
    </Dialog>
  );
}

function QuotaForm({ quota, onClose }: { quota: OrganizationQuotaView; onClose: () => void }) {
  const client = useQueryClient();
  const mayChange = useMay()(quotasRoutes.setQuota.permission);
  const form = useForm({
    initial: valuesOfQuota(quota.quota),
    schema: quotaSchema,
    bodyOf: quotaOfValues,
    send: (body) =>
      callApi(quotasRoutes.setQuota, { params: { id: quota.organizationId }, body, version: quota.version }),
    onDone: (changed) => {
      client.setQueryData(quotaQuery(quota.organizationId).queryKey, changed);
      notify({ tone: 'good', text: 'The quota is changed. What exists above it stays.' });
      onClose();
    },
  });
  const field = { form, inputMode: 'decimal', autoComplete: 'off', disabled: !mayChange } as const;
  return (
    <form noValidate onSubmit={form.submit}>
      <div className="space-y-6 px-5 pt-4 pb-6 sm:px-6">
        <QuotaMeters use={quota.use} />
        <div className="border-line grid gap-5 border-t pt-5 sm:grid-cols-2">
          <FormField {...field} name="stores" label="Stores" />
          <FormField {...field} name="cpuMillis" label="CPUs" />
          <FormField {...field} name="memoryMib" label="Memory in GiB" />
          <FormField {...field} name="storageGib" label="Disk in GiB" />
          <FormField {...field} name="createsPerHour" label="Creations within an hour" />
        </div>
        {quota.isDefault && <p className="text-muted text-[0.8125rem]">So far it follows the platform’s default.</p>}
      </div>
      <DialogActions>
        <Button onClick={onClose}>Close</Button>
        {mayChange && <Submit form={form}>Change the quota</Submit>}
      </DialogActions>
    </form>
  );
}
