import { createHmac } from 'node:crypto';
import { sampleSpec } from '../../../testing/sample-spec.ts';
import type { ProbeContext } from '../../engine.ts';
import type { ProbeRequest, ProbeResponse } from '../../probe.ts';

const cookieKey = 'key-of-the-store';

export interface Defects {
  /** Answer to a request, by `METHOD path`; replaces the right one. */
  answers?: Readonly<Record<string, Partial<ProbeResponse>>>;
  signingKey?: string;
  inStock?: boolean;
  paymentMethods?: readonly string[];
  shippingMethods?: readonly object[];
  orderTotal?: number;
  storedTotal?: number;
  left?: number;
  removalExitCode?: number;
}

/** A probe context around a shop that sells one product for 12.50 and delivers for 5, except for the given defects. */
export function fakeShop(defects: Defects = {}) {
  const commands: (readonly string[])[] = [];
  const context: ProbeContext = {
    signal: new AbortController().signal,
    http: (request) => Promise.resolve(answer(request, defects)),
    readSecret: () => Promise.resolve({ cookie: cookieKey }),
    runInPod: ({ command }) => {
      commands.push(command);
      const orders = [{ number: '10001', total: defects.storedTotal ?? 17.5 }];
      const stdout = JSON.stringify({ orders, left: defects.left ?? 0 });
      return Promise.resolve({ exitCode: defects.removalExitCode ?? 0, stdout, stderr: '' });
    },
    onStep: () => undefined,
  };
  return { context, commands };
}

function answer(request: ProbeRequest, defects: Defects): ProbeResponse {
  const key = `${request.method ?? 'GET'} ${request.path}`;
  const right = { status: 200, headers: {}, body: '', ...rightAnswer(key, request, defects) };
  return { ...right, ...defects.answers?.[key] };
}

function rightAnswer(key: string, request: ProbeRequest, defects: Defects): Partial<ProbeResponse> {
  switch (key) {
    case 'GET /':
      return { body: `<html>${sampleSpec.publicUrl}</html>`, headers: { 'set-cookie': [sessionCookie(defects)] } };
    case 'GET /admin':
      return { status: 302 };
    case 'GET /shop/tea':
      return { body: 'SKU TEA' };
    case 'GET /checkout/success/order-1':
      return { body: 'Order #10001' };
    case 'POST /api/cart/mine/items':
      return json({ cartId: 'cart-1' });
    case 'POST /api/orders':
      return json({
        uuid: 'order-1',
        order_number: '10001',
        grand_total: defects.orderTotal ?? 17.5,
        payment_method: 'cod',
      });
    case 'POST /api/graphql':
      return json(graphql(JSON.stringify(request.json), defects));
    default:
      return json({});
  }
}

function graphql(query: string, defects: Defects): object {
  if (query.includes('products')) {
    const inventory = { isInStock: defects.inStock ?? true };
    return {
      products: {
        items: [{ sku: 'TEA', name: 'Tea', url: '/shop/tea', price: { regular: { value: 12.5 } }, inventory }],
      },
    };
  }
  if (query.includes('allowedCountries')) return { allowedCountries: [{ code: 'DE', provinces: [{ code: 'DE-BE' }] }] };
  const codes = defects.paymentMethods ?? ['cod'];
  return {
    cart: {
      grandTotal: { value: 12.5 },
      availableShippingMethods: defects.shippingMethods ?? [{ code: 'm', providerCode: 'core', cost: { value: 5 } }],
      availablePaymentMethods: codes.map((code) => ({ code })),
    },
  };
}

function json(data: object): Partial<ProbeResponse> {
  return { body: JSON.stringify({ data }) };
}

function sessionCookie({ signingKey = cookieKey }: Defects): string {
  const signature = createHmac('sha256', signingKey).update('session-1').digest('base64').replace(/=+$/, '');
  return `sid=s%3Asession-1.${encodeURIComponent(signature)}; Path=/; HttpOnly`;
}
