import type { EngineView } from '@shopwright/contract/schemas/platform';
import { ChoiceGroup } from './choice-group.tsx';

export interface EngineChoiceProps {
  engines: readonly EngineView[];
  chosen: string | undefined;
  onChoose: (engine: string) => void;
  error: string | undefined;
}

/** Which shop software; one that cannot be had now says why. */
export function EngineChoice({ engines, chosen, onChoose, error }: EngineChoiceProps) {
  const effective = engines.find((engine) => (chosen === undefined ? engine.default : engine.id === chosen));
  return (
    <ChoiceGroup
      legend="Engine"
      name="engine"
      chosen={effective?.available ? effective.id : undefined}
      onChoose={onChoose}
      choices={engines.map(({ id, displayName, version, available, unavailableReason }) => ({
        value: id,
        title: `${displayName} ${version}`,
        isDisabled: !available,
        explanation: available ? (
          'Available'
        ) : (
          <span className="line-clamp-3 break-words">Not available: {unavailableReason}</span>
        ),
      }))}
    >
      {engines.length === 0 && (
        <p className="text-warn">No worker has announced an engine yet. Try again in a moment.</p>
      )}
      {error !== undefined && <p className="text-bad mt-1.5 text-[0.8125rem]">{error}</p>}
    </ChoiceGroup>
  );
}
