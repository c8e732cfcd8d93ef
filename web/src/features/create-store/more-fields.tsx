import type { PlatformView } from '@shopwright/contract/schemas/platform';
import { ChevronRight } from 'lucide-react';
import { AdminFields } from './admin-fields.tsx';
import { PlanChoice } from './plan-choice.tsx';
import type { CreateForm } from './use-create-form.ts';

export interface MoreFieldsProps {
  form: CreateForm;
  platform: PlatformView | undefined;
}

/** What has a value already and may be changed; folded away until somebody wants to. */
export function MoreFields({ form, platform }: MoreFieldsProps) {
  return (
    <details className="group border-line border-t pt-4">
      <summary className="text-muted hover:text-ink flex list-none items-center gap-1.5 rounded-md font-medium">
        <ChevronRight aria-hidden className="size-4 transition-transform group-open:rotate-90" />
        Plan, administrator and region
      </summary>
      <div className="mt-4 space-y-5">
        {platform && (
          <PlanChoice plans={platform.plans} chosen={form.values.plan} onChoose={(plan) => form.change({ plan })} />
        )}
        <AdminFields form={form} />
      </div>
    </details>
  );
}
