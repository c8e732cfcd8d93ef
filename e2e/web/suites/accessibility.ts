import { randomBase32 } from '@shopwright/contract/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openScene, type Scene } from '../scene/scene.ts';
import { stateAreas } from '../states/state-areas.ts';
import { seriousFindings } from '../support/axe.ts';
import type { DashboardUnderTest } from '../support/dashboard-under-test.ts';
import { excessWidth } from '../support/in-page.ts';
import { openState } from '../support/open-state.ts';
import { usualViews, type View } from '../support/views.ts';

const sceneTimeoutMs = 180_000;

/** Every state in each view takes ten minutes; by default every state in one of them, in turns. */
const isFull = process.env['ACCESSIBILITY'] === 'full';
const viewsOf = (index: number): readonly View[] => usualViews.filter((_view, turn) => isFull || turn === index % 2);

export function testAccessibility({ platform, browser }: DashboardUnderTest): void {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene(platform(), { slugEnding: `-${randomBase32(6)}` });
  }, sceneTimeoutMs);
  afterAll(() => scene.close());

  describe.each(stateAreas)('$title', ({ states }) => {
    const numbered = states.map((state, index) => ({ ...state, views: viewsOf(index) }));
    it.each(numbered)('$title: nothing serious, no sideways scrolling', async (state) => {
      for (const view of state.views) {
        const { page, context } = await openState(browser(), scene, state, view);
        const seen = { view, findings: await seriousFindings(page), excess: await page.evaluate<number>(excessWidth) };
        expect(seen).toEqual({ view, findings: [], excess: 0 });
        await context.close();
      }
      await state.leave?.(scene);
    });
  });
}
