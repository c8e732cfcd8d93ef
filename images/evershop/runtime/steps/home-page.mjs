import { pages, widgets } from '../sample-shop.mjs';

/** Home page, menu and a page about the shop. Returns the number of changes. */
export async function homePage({ database, shop }) {
  let changes = 0;
  for (const widget of widgets) {
    const { rows } = await database.query('SELECT 1 FROM widget_instance WHERE name = $1', [widget.name]);
    if (rows.length > 0) continue;
    await shop.createWidget({ status: 1, ...widget });
    changes += 1;
  }
  for (const page of pages) {
    const { rows } = await database.query('SELECT 1 FROM cms_page_description WHERE url_key = $1', [page.url_key]);
    if (rows.length > 0) continue;
    await shop.createPage(page);
    changes += 1;
  }
  return changes;
}
