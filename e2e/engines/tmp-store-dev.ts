import { connectStack } from './support/stack.ts';
import { StoreUnderTest } from './support/store.ts';
import { newSpec } from './support/spec.ts';
const stack = await connectStack();
const store = new StoreUnderTest(stack, stack.engines.get('woocommerce'), newSpec(stack));
console.log(store.spec.storeId, store.spec.publicUrl);
try {
  console.log(await store.create(AbortSignal.timeout(120000)));
  console.log(
    (await store.probe(AbortSignal.timeout(30000))).steps.map(
      (s) => `${s.name} ${Math.round(s.durationMs)} ${s.detail}`,
    ),
  );
} catch (e) {
  console.log(e);
}
if (process.argv[2] !== 'keep') await store.remove();
