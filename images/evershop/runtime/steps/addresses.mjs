import { category, products } from '../sample-shop.mjs';

/** Categories come before what is in them: a product's address begins with its category's. */
const rounds = 3;

/**
 * Readable addresses of the sample category and its products. EverShop makes them from events, which it never hands out twice:
 * those of a run that was killed, or handled in the wrong order, are announced again. Returns the number of changes.
 */
export async function addresses({ database, shop }) {
  const missing = await findMissing(database);
  if (missing.length === 0) return 0;
  await database.query(
    `UPDATE event SET status = 'pending' WHERE status = 'processing' AND name ~ '^(category|product)_'`,
  );
  await shop.handleEvents();
  for (let round = 0; round < rounds; round += 1) {
    const left = await findMissing(database);
    if (left.length === 0) return missing.length;
    for (const { name, data } of left) {
      await database.query('INSERT INTO event (name, data) VALUES ($1, $2)', [name, data]);
    }
    await shop.handleEvents();
  }
  if ((await findMissing(database)).length > 0) throw new Error('the products got no addresses');
  return missing.length;
}

async function findMissing(database) {
  const { rows } = await database.query(
    `WITH wanted AS (
       SELECT 'category_updated' AS name, row_to_json(category) AS data, uuid, '/' || url_key AS path
       FROM category JOIN category_description ON category_description_category_id = category_id WHERE url_key = $1
       UNION ALL
       SELECT 'product_updated', row_to_json(product), uuid, '/' || $1 || '/' || url_key
       FROM product JOIN product_description ON product_description_product_id = product_id WHERE sku = ANY($2)
     )
     SELECT name, data FROM wanted
     WHERE NOT EXISTS (SELECT 1 FROM url_rewrite WHERE entity_uuid = wanted.uuid AND request_path = wanted.path)`,
    [category.url_key, products.map((product) => product.sku)],
  );
  return rows;
}
