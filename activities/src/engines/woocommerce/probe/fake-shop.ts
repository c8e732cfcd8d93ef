import type { PodCommandResult, ProbeContext, ProbeRequest, ProbeResponse, ProbeStep } from '../../probe.ts';

type Answer = Partial<ProbeResponse> & { json?: unknown };

const page = 'http://tea.localhost:8081';
const product = {
  id: 12,
  name: 'Mug',
  permalink: `${page}/product/mug/`,
  is_purchasable: true,
  is_in_stock: true,
  type: 'simple',
  prices: { price: '1900', currency_code: 'EUR' },
};
const totals = { total_price: '1900', currency_code: 'EUR', currency_minor_unit: 2 };

/** What a shop that works answers, by method and path without query. */
export const workingShop: Readonly<Record<string, Answer>> = {
  'GET /': { body: `<body class="home"><a href="${page}/shop/">Shop</a>` },
  'GET /shop/': { body: `<body class="woocommerce-shop"><a href="${product.permalink}">Mug</a>` },
  'GET /wp-admin/install.php': { status: 404 },
  'GET /wp-admin/setup-config.php': { status: 404 },
  'GET /wp-json/wc/store/v1/products': { json: [product] },
  'GET /wp-json/wc/store/v1/cart': { headers: { 'cart-token': 'token' }, json: { totals } },
  'POST /wp-json/wc/store/v1/cart/add-item': {
    status: 201,
    json: { items: [{ id: 12, quantity: 1 }], totals, needs_payment: true, payment_methods: ['cod'] },
  },
  'POST /wp-json/wc/store/v1/checkout': {
    json: { order_id: 7, order_key: 'key', status: 'processing', payment_result: { payment_status: 'success' } },
  },
  'GET /wp-json/wc/store/v1/order/7': { json: { id: 7, totals } },
};

export const storedOrder = { status: 'wc-processing', currency: 'EUR', total: '19.00', paymentMethod: 'cod' };

/** A probe's context in front of a scripted shop; `requests` and `commands` tell what was asked of it. */
export function fakeShop(changes: Readonly<Record<string, Answer>> = {}, removal: Partial<PodCommandResult> = {}) {
  const answers = { ...workingShop, ...changes };
  const requests: ProbeRequest[] = [];
  const commands: (string | undefined)[] = [];
  const steps: ProbeStep[] = [];
  const context: ProbeContext = {
    signal: new AbortController().signal,
    http: (request) => {
      requests.push(request);
      const answer = answers[`${request.method ?? 'GET'} ${request.path.split('?')[0] ?? ''}`];
      const { json, ...response } = answer ?? { status: 404 };
      const body = json === undefined ? '' : JSON.stringify(json);
      return Promise.resolve({ status: 200, headers: {}, body, ...response });
    },
    readSecret: () => Promise.resolve({}),
    runInPod: ({ stdin }) => {
      commands.push(stdin);
      return Promise.resolve({ exitCode: 0, stdout: `${JSON.stringify(storedOrder)}\n`, stderr: '', ...removal });
    },
    onStep: (step) => void steps.push(step),
  };
  return { context, requests, commands, steps };
}
