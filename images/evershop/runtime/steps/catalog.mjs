import { category, collection, products } from '../sample-shop.mjs';

/** Same for every sample product. */
const productDefaults = { qty: 100, manage_stock: 1, stock_availability: 1, status: 1, visibility: 1 };

/** Sample products by SKU, in one category and one collection. Returns the number of changes. */
export async function catalog({ database, shop }) {
  const foundCategory = await findId(
    database,
    'SELECT category_description_category_id AS id FROM category_description WHERE url_key = $1',
    category.url_key,
  );
  const categoryId = foundCategory ?? (await shop.createCategory(category)).insertId;
  const foundCollection = await findId(
    database,
    'SELECT collection_id AS id FROM collection WHERE code = $1',
    collection.code,
  );
  const collectionId = foundCollection ?? (await shop.createCollection(collection)).insertId;
  let changes = [foundCategory, foundCollection].filter((found) => found === undefined).length;
  for (const product of products) changes += await addProduct({ database, shop }, product, categoryId);
  changes += await collect(database, collectionId);
  return changes;
}

async function findId(database, query, key) {
  const { rows } = await database.query(query, [key]);
  return rows[0]?.id;
}

async function addProduct({ database, shop }, product, categoryId) {
  const found = await findId(database, 'SELECT product_id AS id FROM product WHERE sku = $1', product.sku);
  if (found !== undefined) return 0;
  const group = await database.query('SELECT min(attribute_group_id) AS id FROM attribute_group');
  const parcel = await database.query('SELECT package_id AS id FROM package WHERE is_default');
  await shop.createProduct({
    ...productDefaults,
    ...product,
    category_id: categoryId,
    group_id: group.rows[0].id,
    package_id: parcel.rows[0].id,
  });
  return 1;
}

async function collect(database, collectionId) {
  const { rowCount } = await database.query(
    `INSERT INTO product_collection (collection_id, product_id)
     SELECT $1, product_id FROM product WHERE sku = ANY($2) ON CONFLICT DO NOTHING`,
    [collectionId, products.map((product) => product.sku)],
  );
  return rowCount;
}
