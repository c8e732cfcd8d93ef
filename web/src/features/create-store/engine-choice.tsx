import type { EngineView } from '@shopwright/contract/schemas/platform';
import { ChoiceCard } from './choice-card.tsx';

export interface EngineChoiceProps {
  engines: readonly EngineView[];
  chosen: string | undefined;
  onChoose: (engine: string) => void;
  error: string | undefined;
}

/** Which shop software; one that cannot be had now says why. */
export function EngineChoice({ engines, chosen, onChoose, error }: EngineChoiceProps) {
  const effective = chosen ?? engines.find((engine) => engine.default)?.id;
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium">Engine</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {engines.map((engine) => (
          <ChoiceCard
            key={engine.id}
            group="engine"
            value={engine.id}
            title={`${engine.displayName} ${engine.version}`}
            isChosen={engine.available && engine.id === effective}
            isDisabled={!engine.available}
            onChoose={() => onChoose(engine.id)}
          >
            {engine.available ? (
              'Available'
            ) : (
              <span className="line-clamp-3 break-words">Not available: {engine.unavailableReason}</span>
            )}
          </ChoiceCard>
        ))}
      </div>
      {engines.length === 0 && (
        <p className="text-warn">No worker has announced an engine yet. Try again in a moment.</p>
      )}
      {error !== undefined && <p className="text-bad mt-1.5 text-[0.8125rem]">{error}</p>}
    </fieldset>
  );
}
