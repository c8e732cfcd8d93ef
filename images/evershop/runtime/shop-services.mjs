import { importShopFile, loadShopModules, migrateShop } from './shop.mjs';

/** EverShop's services. Loading them takes about a second, so they are loaded when the first step needs one. */
export function createShopServices() {
  let loading;
  const load = () => (loading ??= loadShopModules());
  const call = async (file, ...parameters) => {
    await load();
    const { default: service } = await importShopFile(file);
    return service(...parameters);
  };
  return {
    migrate: async () => migrateShop(await load()),
    handleEvents: async () => {
      const { drainEvents } = await import('./events.mjs');
      return drainEvents(await load());
    },
    createCategory: (data) => call('modules/catalog/services/category/createCategory.js', data, {}),
    createCollection: (data) => call('modules/catalog/services/collection/createCollection.js', data, {}),
    createProduct: (data) => call('modules/catalog/services/product/createProduct.js', data, {}),
    createShippingRate: (data) => call('modules/checkout/services/shipping/core/createCoreShippingRate.js', data),
    createWidget: (data) => call('modules/cms/services/widget/createWidget.js', data, {}),
    createPage: async (data) => {
      await load();
      const { createPage } = await importShopFile('modules/cms/services/page/createPage.js');
      return createPage(data, {});
    },
    countryCodes: async () => {
      const { countries } = await importShopFile('lib/locale/countries.js');
      return countries.map((country) => country.code);
    },
  };
}
