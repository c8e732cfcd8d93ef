import type { V1Secret } from '@kubernetes/client-node';
import { eraseSealedSecret, findSealedSecret, recordEvent } from '@shopwright/database';
import { systemActor } from '@shopwright/contract/events';
import { unseal } from '@shopwright/runtime';
import type { ActivityDeps } from '../deps.ts';
import { adminSecretName, type KnownSecrets, type SecretDescription } from '../engines/secrets.ts';
import type { StoreSpec } from '../engines/engine.ts';
import { fieldManager, ownLabels } from '../kube/labels.ts';
import { kubePaths } from '../kube/paths.ts';
import { recordedStep, type StepRun } from '../recorded-step.ts';
import { completeSecret } from './secret-values.ts';
import { loadStoreContext } from './store-spec.ts';

const generatedPasswordLength = 24;

/**
 * The Secrets of a store: made in the cluster, only absent keys, never returned. A password that a person chose is taken out of
 * its envelope here and the envelope destroyed once the Secret holds it.
 */
export function ensureSecrets(deps: ActivityDeps) {
  return recordedStep(deps, 'secrets', async (run) => {
    const { spec, engine } = await loadStoreContext(deps, run);
    const chosen = await chosenPassword(deps, run);
    let known: KnownSecrets = {};
    for (const description of [adminSecret(spec, chosen), ...engine.secrets(spec)]) {
      known = { ...known, [description.name]: await ensureSecret(deps, run, description, known) };
    }
    await eraseEnvelope(deps, run);
    return { secrets: Object.keys(known), password: chosen === undefined ? 'generated' : 'chosen' };
  });
}

function adminSecret(spec: StoreSpec, chosen: string | undefined): SecretDescription {
  return {
    name: adminSecretName,
    keys: {
      username: { kind: 'fixed', value: spec.adminUsername },
      email: { kind: 'fixed', value: spec.adminEmail },
      password:
        chosen === undefined ? { kind: 'random', length: generatedPasswordLength } : { kind: 'fixed', value: chosen },
    },
  };
}

async function chosenPassword(deps: ActivityDeps, run: StepRun): Promise<string | undefined> {
  const sealed = await findSealedSecret(deps.db, run.storeId);
  return sealed && unseal(deps.sealingKey, run.storeId, sealed);
}

async function eraseEnvelope(deps: ActivityDeps, run: StepRun): Promise<void> {
  const erased = await eraseSealedSecret(deps.db, run.storeId);
  if (!erased) return;
  await recordEvent(deps.db, {
    type: 'credentials.sealed-password-erased',
    actor: systemActor,
    storeId: run.storeId,
    operationId: run.operationId,
  });
}

async function ensureSecret(
  deps: ActivityDeps,
  { storeId, operationId, signal }: StepRun,
  description: SecretDescription,
  known: KnownSecrets,
): Promise<Readonly<Record<string, string>>> {
  const path = kubePaths.secret(storeId, description.name);
  const existing = await deps.kube.find<V1Secret>(path, { signal });
  const present = decodeSecret(existing);
  const values = completeSecret(description, present, known);
  if (existing !== undefined && sameValues(present, values)) return values;
  const body: V1Secret = {
    apiVersion: 'v1',
    kind: 'Secret',
    type: 'Opaque',
    metadata: { name: description.name, namespace: storeId, labels: ownLabels(storeId, operationId, 'secrets') },
    data: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, encode(value)])),
  };
  await deps.kube.write(path, {
    method: 'PATCH',
    contentType: 'application/apply-patch+yaml',
    query: { fieldManager, force: true },
    body,
    signal,
  });
  return values;
}

/** Keys of a Secret as text; none where it does not exist. */
export function decodeSecret(secret: V1Secret | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(secret?.data ?? {}).map(([key, value]) => [key, Buffer.from(value, 'base64').toString('utf8')]),
  );
}

function encode(value: string): string {
  return Buffer.from(value, 'utf8').toString('base64');
}

function sameValues(left: Readonly<Record<string, string>>, right: Readonly<Record<string, string>>): boolean {
  const keys = Object.keys(right);
  return keys.length === Object.keys(left).length && keys.every((key) => left[key] === right[key]);
}
