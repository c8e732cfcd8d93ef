import type { Page } from 'playwright-core';
import type { Scene, Visitor } from '../scene/scene.ts';

/** One page of the dashboard in one state. */
export interface DashboardState {
  /** Names its pictures; unique. */
  name: string;
  /** What one sees, for somebody who has never seen it. */
  title: string;
  /** Why it is so, or what can be done; a sentence or two. */
  text?: string;
  /** Whose eyes it is seen with; the owner of an organization where it is left out. */
  visitor?: Visitor;
  /** Brings a browser there that has not opened anything yet. Throws where the state does not come. */
  open: (page: Page, scene: Scene) => Promise<void>;
  /** Puts back what the state needs for itself, after it was seen in every view. */
  leave?: (scene: Scene) => Promise<void>;
  /** It is about something that has not come yet; elsewhere nothing may be missing any more. */
  isLoading?: boolean;
  /** Its pictures are taken in every view. */
  isImportant?: boolean;
  /** Its pictures on a desktop show the whole page, not only what fits the window. */
  isWhole?: boolean;
}

/** States that belong together. */
export interface StateArea {
  title: string;
  text: string;
  states: readonly DashboardState[];
}
