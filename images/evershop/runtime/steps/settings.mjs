import { addMissingSettings, writeSettings } from '../settings.mjs';

/** Cash on delivery is on, prices are shown as they are paid; the owner may change all of it. */
export function sharedSettings({ database }) {
  return addMissingSettings(database, {
    codPaymentStatus: '1',
    codDisplayName: 'Cash on delivery',
    storeLanguage: 'en',
    storeTimeZone: 'UTC',
    weightUnit: 'kg',
    priceIncludingTax: 'true',
  });
}

/** Name, currency and country belong to the platform: they follow the desired state. */
export function identitySettings({ database, desired }) {
  return writeSettings(database, {
    storeName: desired.title,
    storeDescription: desired.title,
    storeEmail: desired.owner.email,
    storeCurrency: desired.currency,
    storeCountry: desired.country,
  });
}
