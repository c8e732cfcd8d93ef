import type { DashboardState } from '../states/dashboard-state.ts';
import { usualViews, type View, views } from '../support/views.ts';

/** In which views the pictures of a state are taken. */
export function viewsOf(state: DashboardState): readonly View[] {
  return state.isImportant === true ? (Object.keys(views) as View[]) : usualViews;
}

export function pictureName(state: DashboardState, view: View): string {
  return `${state.name}-${view}.webp`;
}
