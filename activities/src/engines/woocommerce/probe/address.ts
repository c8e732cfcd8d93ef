/** What WooCommerce checks of an address, where it does: a state that it knows and a postcode of the right form. */
interface Region {
  state: string;
  postcode: string;
}

const regions: Readonly<Record<string, Region>> = {
  AT: { state: '', postcode: '1010' },
  AU: { state: 'NSW', postcode: '2000' },
  BE: { state: '', postcode: '1000' },
  BR: { state: 'SP', postcode: '01310-100' },
  CA: { state: 'ON', postcode: 'K1A 0B1' },
  CH: { state: 'ZH', postcode: '8001' },
  CZ: { state: '', postcode: '110 00' },
  DE: { state: 'DE-BE', postcode: '10115' },
  DK: { state: '', postcode: '1050' },
  ES: { state: 'M', postcode: '28001' },
  FI: { state: '', postcode: '00100' },
  FR: { state: '', postcode: '75001' },
  GB: { state: '', postcode: 'SW1A 1AA' },
  IE: { state: 'D', postcode: 'D02 AF30' },
  IN: { state: 'DL', postcode: '110001' },
  IT: { state: 'RM', postcode: '00118' },
  JP: { state: 'JP13', postcode: '100-0001' },
  NL: { state: '', postcode: '1011 AB' },
  NO: { state: '', postcode: '0150' },
  NZ: { state: 'AUK', postcode: '1010' },
  PL: { state: '', postcode: '00-001' },
  PT: { state: '', postcode: '1000-001' },
  SE: { state: '', postcode: '111 22' },
  US: { state: 'IL', postcode: '62701' },
};

/** Addresses there have neither state nor postcode, and a new shop sells to every country. */
const elsewhere = 'AE';

/** An address that the shop accepts: in its own country where its form is known. */
export function probeAddress(country: string) {
  const region = regions[country];
  return {
    first_name: 'Order',
    last_name: 'Probe',
    address_1: 'Probe Street 1',
    city: 'Probe',
    state: region?.state ?? '',
    postcode: region?.postcode ?? '',
    country: region === undefined ? elsewhere : country,
  };
}
