import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const BUDGET = 40 * 1024;

/** The build fails when the page grows over its budget: a slow terminal pays for every kilobyte before the first screen. */
const budget: Plugin = {
  name: 'budget',
  generateBundle(_, bundle) {
    const sizes = Object.values(bundle).map((file) =>
      gzipSync(file.type === 'chunk' ? file.code : file.fileName.endsWith('.css') ? file.source : '').length,
    );
    const total = sizes.reduce((sum, size) => sum + size, 0);
    if (total > BUDGET) {
      this.error(`JavaScript and CSS are ${total} bytes gzip, the budget is ${BUDGET}`);
    }
  },
};

// The story page components.html is served by `npm run dev` only; a build starts from index.html alone.
export default defineConfig({
  plugins: [svelte(), svelteTesting(), budget],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Debian 12's Chromium and later; no code for older browsers.
    target: 'chrome120',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
  },
});
