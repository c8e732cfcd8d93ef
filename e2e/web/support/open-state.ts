import type { Browser } from 'playwright-core';
import type { Scene } from '../scene/scene.ts';
import type { DashboardState } from '../states/dashboard-state.ts';
import { visit, type Visit } from './browser.ts';
import { type View, views } from './views.ts';

/** Shows a state to its visitor. Throws where it cannot be reached. */
export async function openState(browser: Browser, scene: Scene, state: DashboardState, view: View): Promise<Visit> {
  const session = await scene.session(state.visitor ?? 'owner');
  const visited = await visit(browser, scene.platform, { ...views[view], session, path: null });
  try {
    await state.open(visited.page, scene);
    return visited;
  } catch (error) {
    await visited.context.close();
    throw new Error(`“${state.title}” (${state.name}, ${view}) cannot be reached`, { cause: error });
  }
}
