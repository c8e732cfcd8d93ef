import type { HealthView } from '@shopwright/contract/schemas/platform';
import { CircleCheck, CircleX } from 'lucide-react';

const names: Readonly<Record<keyof HealthView['checks'], string>> = {
  database: 'Database',
  temporal: 'Temporal',
  cluster: 'Cluster',
  worker: 'Worker',
};

export function HealthCard({ health }: { health: HealthView }) {
  return (
    <section aria-label="Health">
      <ul className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        {(Object.keys(names) as (keyof typeof names)[]).map((name) => {
          const { ok, detail } = health.checks[name];
          const Icon = ok ? CircleCheck : CircleX;
          return (
            <li key={name} className="card flex items-start gap-3 px-4 py-3.5">
              <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${ok ? 'text-good' : 'text-bad'}`} />
              <div className="min-w-0">
                <p className="font-medium">{names[name]}</p>
                <p className="text-muted text-[0.8125rem] break-words">
                  {detail ?? (ok ? 'Works' : 'Does not answer')}
                </p>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
