import type { Page } from 'playwright-core';

export interface Shopper {
  email: string;
  name: string;
}

export interface Owner {
  /** What the owner types as user name. */
  login: string;
  password: string;
}

export interface BoughtOrder {
  number: string;
  /** As the shop writes it, currency included. */
  total: string;
}

/** What people do in a shop, told in the pages of one engine: `e2e/engines/<engine id>/journey.ts` exports one as `journey`. */
export interface Journey {
  /** Country in which `buy` lives, ISO 3166-1 alpha-2; the store must be of the same. */
  country: string;
  /** Title of the shop as the home page shows it. */
  titleOf(page: Page): Promise<string>;
  /** From the home page by clicks to an order with cash on delivery. */
  buy(page: Page, shopper: Shopper): Promise<BoughtOrder>;
  /** Signs in and opens the order in the admin; resolves with the text of its page. */
  findInAdmin(page: Page, owner: Owner, order: BoughtOrder): Promise<string>;
}

/** Throws where an engine has no journey: an engine without one has not been seen to sell. */
export async function loadJourney(engineId: string): Promise<Journey> {
  const module: { journey: Journey } = await import(new URL(`./${engineId}/journey.ts`, import.meta.url).href);
  return module.journey;
}
