/** A create request that must be refused, and the field that the refusal must name. */
export interface HostileBody {
  what: string;
  body: string | Buffer;
  contentType?: string;
  status: number;
  /** JSON pointer of the field; undefined where the body as a whole is refused. */
  pointer?: string;
}

const name = 'Tea';

function invalid(what: string, body: unknown, pointer: string): HostileBody {
  return { what, body: JSON.stringify(body), status: 400, pointer };
}

function raw(what: string, body: string | Buffer, status: number, pointer?: string): HostileBody {
  return { what, body, status, ...(pointer !== undefined && { pointer }) };
}

const otherTypes: readonly unknown[] = [null, 7, -0.5, true, [], ['Tea'], {}, { toString: 'x' }];
const textFields = [
  'name',
  'slug',
  'engine',
  'plan',
  'adminUsername',
  'adminEmail',
  'adminPassword',
  'currency',
  'country',
];

const wrongTypes = textFields.flatMap((field) =>
  otherTypes.map((value) => invalid(`${field} as ${JSON.stringify(value)}`, { name, [field]: value }, `/${field}`)),
);

const hidden: readonly [string, string][] = [
  ['NUL', '\u0000'],
  ['newline', '\n'],
  ['carriage return', '\r\nSet-Cookie: a=b'],
  ['tab', '\t'],
  ['escape', '\u001b[31m'],
  ['DEL', '\u007f'],
  ['C1 control', '\u0085'],
  ['line separator', '\u2028'],
  ['right-to-left override', '\u202egnp.exe'],
  ['bidi isolate', '\u2066'],
  ['zero-width space', '\u200b'],
  ['byte order mark', '\ufeff'],
  ['soft hyphen', '\u00ad'],
  ['lone surrogate', '\ud800'],
  ['private use', '\ue000'],
];

const hiddenTexts = hidden.flatMap(([what, text]) =>
  ['name', 'adminPassword', 'slug'].map((field) =>
    invalid(`${what} in ${field}`, { name, [field]: `long enough ${text} text` }, `/${field}`),
  ),
);

const slugs = [
  '',
  'a',
  'ab',
  'Tea',
  'tea_shop',
  'tea.shop',
  '-tea',
  'tea-',
  'tea--shop',
  '1tea',
  '2024',
  'xn--tea',
  'te a',
  'téa',
  '茶茶茶',
  '../../etc',
  'tea/../..',
  'tea%00',
  '$(id)',
  '`id`',
  "tea';--",
  'tea,image=evil',
  'a'.repeat(41),
  'a'.repeat(900),
  'true',
  'null',
  'yes',
  'api',
  'admin',
  'dashboard',
  'localhost',
  'shopwright',
  'kubernetes',
  'www',
].map((slug) => invalid(`slug ${slug.slice(0, 20)}`, { name, slug }, '/slug'));

const names = [
  '',
  ' ',
  '   ',
  '---',
  '!!!',
  '🎉',
  'a'.repeat(61),
  'a'.repeat(5000),
  '茶'.repeat(61),
  `e${'\u0301'.repeat(6)}`,
].map((text) => invalid(`name ${JSON.stringify(text).slice(0, 24)}`, { name: text }, '/name'));

const otherFields = [
  ['adminPassword', 'short'],
  ['adminPassword', 'p'.repeat(73)],
  ['adminPassword', 'пароль-пароль-пароль'],
  ['adminUsername', 'root user'],
  ['adminUsername', 'ad'],
  ['adminUsername', 'Admin'],
  ['adminUsername', '$(whoami)'],
  ['adminUsername', 'a'.repeat(33)],
  ['adminEmail', 'nobody'],
  ['adminEmail', 'a@b'],
  ['adminEmail', 'a@b.example, c@d.example'],
  ['adminEmail', `${'a'.repeat(250)}@b.example`],
  ['engine', '../sample'],
  ['engine', 'Sample'],
  ['engine', 'a'.repeat(40)],
  ['plan', 'free'],
  ['plan', 'constructor'],
  ['currency', 'usd'],
  ['currency', 'USDT'],
  ['country', 'USA'],
  ['country', 'u1'],
].map(([field = '', value]) =>
  invalid(`${field} ${String(value).slice(0, 20)}`, { name, [field]: value }, `/${field}`),
);

const unknownFields = ['phase', 'id', 'organizationId', 'namespace', 'version', 'toString', 'a/b'].map((field) =>
  invalid(`unknown field ${field}`, { name, [field]: 'x' }, `/${field.replace('/', '~1')}`),
);

const shapes: readonly HostileBody[] = [
  raw('nothing', '', 400, ''),
  raw('half an object', '{"name":"Tea"', 400),
  raw('single quotes', "{'name':'Tea'}", 400),
  raw('a comment', '{"name":"Tea"} // x', 400),
  raw('a trailing comma', '{"name":"Tea",}', 400),
  raw('two documents', '{"name":"Tea"}{"name":"Tea"}', 400),
  raw('NaN', '{"name":NaN}', 400),
  raw('YAML', 'name: Tea', 400),
  raw('XML', '<name>Tea</name>', 400),
  raw('a byte order mark', '\ufeff{"name":"Tea"}', 400),
  raw('broken UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), 400),
  raw('UTF-16', Buffer.from('{"name":"Tea"}', 'utf16le'), 400),
  raw('null', 'null', 400, ''),
  raw('a number', '1', 400, ''),
  raw('a text', '"name"', 400, ''),
  raw('an array', '[{"name":"Tea"}]', 400, ''),
  raw('a deep array', `${'['.repeat(20_000)}${']'.repeat(20_000)}`, 400, ''),
  raw('a deep object', `{"name":"Tea","x":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}`, 400, '/x'),
  raw('a duplicated key', '{"name":"Tea","name":"Coffee"}', 400, '/name'),
  raw('a duplicated key, escaped', String.raw`{"name":"Tea","\u006eame":"Coffee"}`, 400, '/name'),
  raw('a duplicated key, inside', '{"name":"Tea","x":{"y":1,"y":2}}', 400, '/x/y'),
  raw('__proto__', '{"name":"Tea","__proto__":{"isAdmin":true}}', 400, '/__proto__'),
  raw('constructor', '{"name":"Tea","constructor":{"prototype":{"isAdmin":true}}}', 400, '/constructor'),
  raw('__proto__, inside', '{"name":"Tea","x":{"__proto__":1}}', 400, '/x/__proto__'),
  raw('a key with a newline', '{"name":"Tea","a\\nb":1}', 400, ''),
  raw('100 KiB', JSON.stringify({ name: 'a'.repeat(100_000) }), 413),
  raw('10 MB', JSON.stringify({ name: 'a'.repeat(10_000_000) }), 413),
  raw(
    '5,000 unknown fields',
    JSON.stringify(Object.fromEntries(Array.from({ length: 5000 }, (_none, i) => [`f${i}`, 1]))),
    400,
    '/name',
  ),
];

const contentTypes = [
  'text/plain',
  'application/xml',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/jsonp',
  'application/json; charset=utf-16',
  'application/yaml',
  'nonsense',
].map((contentType) => ({
  what: `content type ${contentType}`,
  body: JSON.stringify({ name }),
  contentType,
  status: 415,
}));

export const hostileBodies: readonly HostileBody[] = [
  ...wrongTypes,
  ...hiddenTexts,
  ...slugs,
  ...names,
  ...otherFields,
  ...unknownFields,
  ...shapes,
  ...contentTypes,
];
