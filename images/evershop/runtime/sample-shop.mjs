/** What a new shop shows until its owner changes it. The pictures are drawn for this image at build time. */
function paragraph(id, text) {
  const block = { id: `${id}-text`, type: 'paragraph', data: { text } };
  return [{ id: `${id}-row`, size: 1, columns: [{ id: `${id}-column`, size: 1, data: { blocks: [block] } }] }];
}

export const category = { name: 'All products', url_key: 'shop', status: 1, include_in_nav: 1, position: 0 };

export const collection = { name: 'Featured', code: 'featured' };

export const products = [
  {
    sku: 'SAMPLE-CUP',
    name: 'Stoneware cup',
    url_key: 'stoneware-cup',
    price: 18,
    weight: 0.4,
    images: ['/assets/sample/cup.webp'],
    description: paragraph(
      'cup',
      'Thrown by hand and glazed in deep green. Holds 300 ml, keeps warm, goes into the dishwasher.',
    ),
  },
  {
    sku: 'SAMPLE-TEA',
    name: 'Green tea, 100 g',
    url_key: 'green-tea',
    price: 12.5,
    weight: 0.15,
    images: ['/assets/sample/tin.webp'],
    description: paragraph('tea', 'A mild spring harvest in a tin that closes tightly. Enough for some fifty cups.'),
  },
  {
    sku: 'SAMPLE-TOWEL',
    name: 'Linen towel',
    url_key: 'linen-towel',
    price: 24,
    weight: 0.3,
    images: ['/assets/sample/towel.webp'],
    description: paragraph(
      'towel',
      'Washed linen with woven stripes, 50 × 70 cm. Dries fast and gets softer with every wash.',
    ),
  },
];

/** `placements` name a route and an area of EverShop's storefront. */
export const widgets = [
  {
    name: 'Welcome',
    type: 'split_feature',
    settings: {
      image: '/assets/sample/banner.webp',
      imageAlt: 'A teapot and a cup on a table',
      imagePosition: 'right',
      width: 1200,
      height: 900,
      eyebrow: 'WELCOME',
      heading: 'Good things for every day',
      body: 'Made in small series, packed by hand, paid when they arrive at your door.',
      cta: { label: 'Look around', url: '/shop', kind: 'custom', newTab: false, style: 'primary' },
      verticalAlign: 'center',
      imageFit: 'cover',
    },
    placements: [{ route: 'homepage', area: 'content', sort_order: 10 }],
  },
  {
    name: 'Featured products',
    type: 'collection_products',
    settings: {
      collection: collection.code,
      count: products.length,
      countPerRow: products.length,
      heading: 'Featured',
      subText: null,
      viewAllLink: '/shop',
      viewAllLabel: 'All products',
    },
    placements: [{ route: 'homepage', area: 'content', sort_order: 20 }],
  },
  {
    name: 'Promises',
    type: 'trust_strip',
    settings: {
      items: [
        { id: 'payment', icon: null, title: 'Cash on delivery', description: 'Pay when it is there', link: null },
        { id: 'delivery', icon: null, title: 'Delivery everywhere', description: 'One flat rate', link: null },
        { id: 'returns', icon: null, title: 'Easy returns', description: 'Within 30 days', link: null },
      ],
      columns: 3,
      showIcons: false,
      iconSize: 'md',
      alignment: 'center',
      divider: true,
    },
    placements: [{ route: 'homepage', area: 'content', sort_order: 30 }],
  },
  {
    name: 'Main menu',
    type: 'basic_menu',
    settings: {
      isMain: true,
      className: '',
      menus: [
        { id: 'menu-home', name: 'Home', url: '/', type: 'custom', uuid: '/', children: [] },
        { id: 'menu-shop', name: 'All products', url: '/shop', type: 'custom', uuid: '/shop', children: [] },
        { id: 'menu-about', name: 'About', url: '/about', type: 'custom', uuid: '/about', children: [] },
      ],
    },
    placements: [{ route: 'all', area: 'headerMiddleCenter', sort_order: 10 }],
  },
];

export const pages = [
  {
    name: 'About',
    url_key: 'about',
    status: 1,
    meta_title: 'About',
    meta_keywords: '',
    meta_description: 'About this shop',
    content: paragraph('about', 'This page is yours: say who you are, what you sell and how to reach you.'),
  },
];
