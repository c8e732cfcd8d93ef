import { livePhases } from '@shopwright/contract/phases';
import type { MetricsView } from '@shopwright/contract/schemas/platform';
import { Link } from '@tanstack/react-router';
import { Card } from '../../components/card.tsx';
import { plural } from '../../lib/format.ts';
import { Bar } from '../../components/bar.tsx';
import { phaseNames } from '../../lib/phase-names.ts';

export function PhasesCard({ counts }: { counts: MetricsView['storesByPhase'] }) {
  const total = livePhases.reduce((sum, phase) => sum + counts[phase], 0);
  return (
    <Card title="Stores by state" aside={plural(total, 'store')}>
      <ul className="space-y-3">
        {livePhases.map((phase) => (
          <li key={phase} className="grid grid-cols-[7rem_minmax(0,1fr)_3rem] items-center gap-3">
            <Link to="/" search={{ phase: [phase] }} className="hover:text-accent rounded">
              {phaseNames[phase]}
            </Link>
            <Bar share={total === 0 ? 0 : counts[phase] / total} />
            <span className="tabular text-right">{counts[phase].toLocaleString()}</span>
          </li>
        ))}
      </ul>
      <p className="text-muted mt-4 text-[0.8125rem]">{plural(counts.deleted, 'store')} deleted so far.</p>
    </Card>
  );
}
