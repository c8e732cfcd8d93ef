import { AppError } from '@shopwright/contract/errors';
import { z } from 'zod';
import type { Shopper } from './shopper.ts';

const productsSchema = z.object({
  products: z.object({
    items: z.array(
      z.object({
        sku: z.string(),
        name: z.string(),
        url: z.string(),
        price: z.object({ regular: z.object({ value: z.number() }) }),
        inventory: z.object({ isInStock: z.boolean() }),
      }),
    ),
  }),
});

export type Product = z.infer<typeof productsSchema>['products']['items'][number];

const productsQuery = '{ products { items { sku name url price { regular { value } } inventory { isInStock } } } }';

function failure(reason: string): AppError {
  return new AppError('PROBE_PRODUCTS_FAILED', { params: { reason } });
}

/** The cheapest product in stock, which also has a page of its own. */
export async function pickProduct(shopper: Shopper) {
  const { products } = await shopper.query(productsQuery, { schema: productsSchema, code: 'PROBE_PRODUCTS_FAILED' });
  const product = products.items
    .filter((item) => item.inventory.isInStock)
    .toSorted((left, right) => left.price.regular.value - right.price.regular.value)
    .at(0);
  if (product === undefined) throw failure('nothing is in stock');
  const page = await shopper.page(product.url);
  if (page.status !== 200) throw failure(`the page of ${product.sku} answers with status ${page.status}`);
  if (!page.body.includes(product.sku)) throw failure(`the page of ${product.sku} does not show it`);
  return { detail: `${products.items.length} listed, ${product.sku} has its page`, result: product };
}
