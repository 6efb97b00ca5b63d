/** Writes the bundles that the API serves. The same sources and lock give the same bytes, on any machine. */
import { build } from 'esbuild';
import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const folder = process.env.GUIDERAIL_STATIC ?? here('../api/static');

const options = {
  absWorkingDir: here('.'),
  outdir: folder,
  bundle: true,
  format: 'iife',
  target: 'es2022',
  charset: 'utf8',
  minify: true,
  legalComments: 'external',
};
const banner = (what) => ({ js: `/* Guiderail. ${what} Licences: LEGAL.txt beside this file. Sources: widget/ */` });

await build({
  ...options,
  entryPoints: { guiderail: 'src/guiderail.ts', embed: 'src/embed.ts' },
  banner: banner('Bundles lit (BSD-3-Clause), marked (MIT), DOMPurify (Apache-2.0 or MPL-2.0).'),
});
await build({
  ...options,
  entryPoints: { portal: 'src/portal/portal.ts' },
  alias: { lit: './src/portal/lit.ts' },
  banner: banner('Needs guiderail.js on the same page.'),
});

for (const name of ['guiderail', 'embed', 'portal']) {
  const bytes = readFileSync(`${folder}/${name}.js`);
  console.log(`${name}.js  ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} gzipped`);
}
