import type { PlatformView } from '@shopwright/contract/schemas/platform';
import { ArrowUpRight } from 'lucide-react';
import { Card } from '../../components/card.tsx';

export function EnginesCard({ platform }: { platform: PlatformView }) {
  const { engines, limits, temporalUiUrl, version } = platform;
  return (
    <Card title="Installation" aside={`Shopwright ${version}`}>
      <ul className="space-y-3">
        {engines.map((engine) => (
          <li key={engine.id}>
            <p className="flex justify-between gap-4">
              {engine.displayName} {engine.version}
              <span className={engine.available ? 'text-good' : 'text-bad'}>
                {engine.available ? 'Available' : 'Not available'}
              </span>
            </p>
            {engine.unavailableReason !== null && (
              <p className="text-muted mt-0.5 line-clamp-3 text-[0.8125rem] break-words">{engine.unavailableReason}</p>
            )}
          </li>
        ))}
        <li className="border-line text-muted border-t pt-3 text-[0.8125rem] leading-relaxed">
          {limits.platform && `${limits.platform.stores.used} of ${limits.platform.stores.limit} stores. `}Addresses end
          in <span className="text-ink">{platform.storesDomain}</span>.
        </li>
        {temporalUiUrl !== null && (
          <li>
            <a
              href={temporalUiUrl}
              target="_blank"
              rel="noreferrer"
              className="inline-flex items-center gap-1 underline decoration-line-strong underline-offset-3"
            >
              Temporal UI <ArrowUpRight aria-hidden className="size-3.5" />
            </a>
          </li>
        )}
      </ul>
    </Card>
  );
}
