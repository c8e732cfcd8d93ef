import { AppError } from '@shopwright/contract/errors';
import type { ProbeContext, StoreSpec } from '../../engine.ts';
import type { ProbeResponse } from '../../probe.ts';
import { requestTimeoutMs } from './store-api.ts';

/** Paths that made or remade a shop before; nobody may reach them, at no time. */
const installerPaths = ['/wp-admin/install.php', '/wp-admin/setup-config.php'];

export interface Storefront {
  /** HTML of the page that lists the products. */
  shopPage: string;
}

/** Home and shop page are a shop's, open, and name their own address. */
export async function checkStorefront(spec: StoreSpec, context: ProbeContext) {
  const [home, shop] = await Promise.all(
    ['/', '/shop/'].map((path) => context.http({ path, timeoutMs: requestTimeoutMs })),
  );
  checkPage('home', spec, home);
  checkPage('shop', spec, shop);
  return { detail: 'home and shop page are open and name their own address', result: { shopPage: shop?.body ?? '' } };
}

/** The web server refuses the installer, whatever the state of the database. */
export async function checkInstallerClosed(context: ProbeContext) {
  const answers = await Promise.all(installerPaths.map((path) => context.http({ path, timeoutMs: requestTimeoutMs })));
  for (const [index, { status }] of answers.entries()) {
    if (status !== 404 && status !== 403) {
      const path = installerPaths[index] ?? '';
      throw new AppError('PROBE_INSTALLER_EXPOSED', { params: { path, httpStatus: status } });
    }
  }
  return { detail: `${installerPaths.join(' and ')} are closed`, result: undefined };
}

function checkPage(check: string, spec: StoreSpec, response: ProbeResponse | undefined): void {
  const fail = (reason: string): AppError => new AppError('PROBE_STOREFRONT_FAILED', { params: { check, reason } });
  if (response === undefined) throw fail('no answer');
  if (response.status !== 200) {
    const target = response.headers['location'];
    throw fail(`status ${response.status}${target === undefined ? '' : ` to ${String(target)}`}`);
  }
  if (/<body[^>]*class="[^"]*woocommerce-coming-soon/.test(response.body)) throw fail('the shop says "coming soon"');
  if (!response.body.includes(spec.publicUrl)) throw fail(`the page does not name ${spec.publicUrl}`);
}
