/**
 * GraphiQL's stylesheet carries its fonts inside it, in every script and weight: half a megabyte before the first letter. As
 * files of their own, a browser loads the two or three it needs, and the policy needs no `font-src data:`.
 */
import { Buffer } from 'node:buffer';
import type { Plugin } from 'vite';

const FONT_IN_CSS = /url\(["']?data:font\/([a-z0-9]+);base64,([A-Za-z0-9+/=]+)["']?\)/g;

export function fontFiles(): Plugin {
  return {
    name: 'custodes:font-files',
    generateBundle(_options, bundle) {
      for (const asset of Object.values(bundle)) {
        if (asset.type !== 'asset' || !asset.fileName.endsWith('.css')) continue;
        asset.source = String(asset.source).replace(FONT_IN_CSS, (_match, extension: string, data: string) => {
          const font = this.emitFile({ type: 'asset', name: `font.${extension}`, source: Buffer.from(data, 'base64') });
          // Stylesheet and font both lie in assets/.
          return `url(./${this.getFileName(font).split('/').at(-1)})`;
        });
      }
    },
  };
}
