import type { MetricsView } from '@shopwright/contract/schemas/platform';
import { operationSteps, type StepId, stepRegistry } from '@shopwright/contract/steps';
import { Card } from '../../components/card.tsx';
import { formatDuration } from '../../lib/format.ts';
import { Bar } from '../../components/bar.tsx';

type StepTiming = MetricsView['steps'][number];

const order: readonly StepId[] = [...operationSteps.provision, ...operationSteps.delete];

/** Where the time goes, in the order of the steps. */
export function StepTimesCard({ steps }: { steps: readonly StepTiming[] }) {
  const timings = order.flatMap((id) => steps.find((step) => step.id === id) ?? []);
  const longest = Math.max(1, ...timings.map((timing) => timing.p95Ms));
  if (timings.length === 0) {
    return (
      <Card title="Time by step">
        <p className="text-muted">Shown once the first store was created.</p>
      </Card>
    );
  }
  return (
    <Card title="Time by step" aside="last successful runs">
      <table className="w-full">
        <thead>
          <tr className="text-muted text-left text-xs">
            <th className="pb-2 font-normal">Step</th>
            <th className="w-2/5 pb-2 font-normal max-sm:hidden">Half, and 95 of 100</th>
            <th className="pb-2 text-right font-normal">p50</th>
            <th className="pb-2 text-right font-normal">p95</th>
            <th className="pb-2 text-right font-normal max-sm:hidden">Runs</th>
          </tr>
        </thead>
        <tbody className="tabular">
          {timings.map(({ id, p50Ms, p95Ms, runs }) => (
            <tr key={id} className="border-line border-t">
              <th scope="row" className="py-2 pr-4 text-left font-normal">
                {titleOf(id)}
              </th>
              <td className="pr-4 max-sm:hidden">
                <Bar share={p50Ms / longest} mark={p95Ms / longest} />
              </td>
              <td className="text-right">{formatDuration(p50Ms)}</td>
              <td className="text-right">{formatDuration(p95Ms)}</td>
              <td className="text-muted text-right max-sm:hidden">{runs}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function titleOf(id: string): string {
  const known = order.find((step) => step === id);
  return known === undefined ? id : stepRegistry[known].title;
}
