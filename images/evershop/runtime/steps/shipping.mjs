const zoneName = 'Worldwide';
const methodName = 'Standard delivery';
const flatRate = 5;

/** One zone for every country that EverShop knows, one method, one flat rate. Returns the number of changes. */
export async function shipping({ database, shop }) {
  const zone = await findId(database, 'SELECT shipping_zone_id AS id FROM shipping_zone WHERE name = $1', zoneName);
  const zoneId = zone ?? (await createZone(database, await shop.countryCodes()));
  const method = await findId(
    database,
    'SELECT core_shipping_method_id AS id FROM core_shipping_method WHERE name = $1',
    methodName,
  );
  const methodId = method ?? (await createMethod(database));
  const { rows } = await database.query(
    'SELECT 1 FROM core_shipping_method_rate WHERE zone_id = $1 AND method_id = $2',
    [zoneId, methodId],
  );
  if (rows.length === 0) await shop.createShippingRate({ zone_id: zoneId, method_id: methodId, cost: flatRate });
  return [zone, method, rows[0]].filter((found) => found === undefined).length;
}

async function findId(database, query, name) {
  const { rows } = await database.query(query, [name]);
  return rows[0]?.id;
}

/** EverShop makes zones and methods in request handlers only; one statement each, so that a kill leaves all of it or nothing. */
async function createZone(database, countries) {
  const { rows } = await database.query(
    `WITH zone AS (INSERT INTO shipping_zone (name) VALUES ($1) RETURNING shipping_zone_id AS id),
       countries AS (INSERT INTO shipping_zone_country (zone_id, country) SELECT id, unnest($2::text[]) FROM zone),
       provider AS (INSERT INTO shipping_zone_provider (zone_id, provider_code, is_enabled) SELECT id, 'core', true FROM zone)
     SELECT id FROM zone`,
    [zoneName, countries],
  );
  return rows[0].id;
}

async function createMethod(database) {
  const { rows } = await database.query(
    'INSERT INTO core_shipping_method (name) VALUES ($1) RETURNING core_shipping_method_id AS id',
    [methodName],
  );
  return rows[0].id;
}
