import { z } from 'zod';
import type { ProbeContext } from '../../engine.ts';
import { callStoreApi, failure } from './store-api.ts';
import type { Storefront } from './storefront.ts';

const code = 'PROBE_PRODUCTS_FAILED';

const productSchema = z.object({
  id: z.int(),
  name: z.string(),
  permalink: z.string(),
  is_purchasable: z.boolean(),
  is_in_stock: z.boolean(),
  type: z.string(),
  /** In minor units of the currency. */
  prices: z.object({ price: z.coerce.number(), currency_code: z.string() }),
});

export type Product = z.infer<typeof productSchema>;

/** The cheapest simple product that can be bought; the shop page lists one of the products too. */
export async function pickProduct(context: ProbeContext, storefront: Storefront) {
  const { body: products } = await callStoreApi(
    context.http,
    { path: '/products?per_page=20&orderby=price&order=asc' },
    { status: 200, schema: z.array(productSchema), code },
  );
  const listed = products.filter((product) => storefront.shopPage.includes(product.permalink));
  if (products.length > 0 && listed.length === 0) throw failure(code, 'the shop page lists none of the products');
  const product = products.find((item) => item.is_purchasable && item.is_in_stock && item.type === 'simple');
  if (product === undefined) throw failure(code, 'nothing can be bought');
  return { detail: `${products.length} listed, "${product.name}" can be bought`, result: product };
}
