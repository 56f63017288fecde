import { readdirSync, readFileSync } from 'node:fs';

/** The page's own file says what is loaded first: the entry, what it imports at once, and the styles. */
const page = readFileSync('dist/index.html', 'utf8');
const first = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, file]) => `dist/${file}`);
const named = (start) =>
  readdirSync('dist/assets')
    .filter((file) => file.startsWith(start) && file.endsWith('.js'))
    .map((file) => `dist/assets/${file}`);

export default [
  { name: 'First load', path: ['dist/index.html', ...first], gzip: true, limit: '180 kB' },
  { name: 'Worker', path: named('entry'), gzip: true, limit: '240 kB' },
];
