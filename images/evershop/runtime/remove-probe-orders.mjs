/**
 * Removes every trace of the orders that the platform's probe has placed, and gives their stock back. Only orders and carts
 * with the probe's own reserved address are touched: `remove-probe-orders.mjs ADDRESS`. Prints what was found as JSON.
 */
import { connectDatabase } from './database.mjs';
import { exitCodeOf } from './exit-codes.mjs';

/** RFC 2606: no shopper can have such an address. */
const reserved = /@[a-z0-9.-]+\.invalid$/;

const statements = [
  `UPDATE product_inventory SET qty = product_inventory.qty + sold.qty
   FROM (SELECT order_item.product_id, sum(order_item.qty) AS qty FROM order_item
         JOIN "order" ON order_id = order_item_order_id WHERE customer_email = $1 GROUP BY order_item.product_id) AS sold
   WHERE product_inventory_product_id = sold.product_id AND manage_stock`,
  `DELETE FROM session WHERE sid IN (SELECT sid FROM cart WHERE customer_email = $1 AND sid IS NOT NULL)`,
  `WITH removed AS (DELETE FROM "order" WHERE customer_email = $1 RETURNING shipping_address_id, billing_address_id)
   DELETE FROM order_address USING removed WHERE order_address_id IN (shipping_address_id, billing_address_id)`,
  `WITH removed AS (DELETE FROM cart WHERE customer_email = $1 RETURNING shipping_address_id, billing_address_id)
   DELETE FROM cart_address USING removed WHERE cart_address_id IN (shipping_address_id, billing_address_id)`,
];

async function removeOrders(database, address) {
  const { rows: orders } = await database.query(
    'SELECT order_number, grand_total FROM "order" WHERE customer_email = $1',
    [address],
  );
  await database.query('BEGIN');
  for (const statement of statements) await database.query(statement, [address]);
  await database.query('COMMIT');
  const { rows } = await database.query(
    `SELECT (SELECT count(*) FROM "order" WHERE customer_email = $1) + (SELECT count(*) FROM cart WHERE customer_email = $1) AS left`,
    [address],
  );
  return {
    orders: orders.map((order) => ({ number: order.order_number, total: Number(order.grand_total) })),
    left: Number(rows[0].left),
  };
}

async function main(address) {
  if (!reserved.test(address)) throw new Error('the address is not a reserved one');
  const database = await connectDatabase();
  const report = await removeOrders(database, address);
  await database.end();
  process.stdout.write(`${JSON.stringify(report)}\n`);
  return report.left === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv[2] ?? '').catch((error) => {
  process.stderr.write(`${error.message}\n`);
  return exitCodeOf(error);
});
