import { describe } from 'vitest';
import { connectStack } from '../../support/stack.ts';

/** The running stack and the engine that these suites are about. */
export const stack = await connectStack();
export const woocommerce = stack.engines.get('woocommerce');

const availability = stack.engines.availability(woocommerce.id);
if (!availability.available) process.stderr.write(`Suites of a real store are skipped: ${availability.reason}\n`);

/** A suite that needs a real store: without the release archives its images cannot be built, and it is skipped aloud. */
export const describeStore = describe.skipIf(!availability.available);
