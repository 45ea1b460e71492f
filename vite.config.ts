/** Builds the renderer bundle; the same file tells Vitest which suites there are. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const suite = (name: string) => ({ extends: true, test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`] } }) as const;

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  build: {
    outDir: 'dist/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    rolldownOptions: { input: 'renderer/index.html' },
  },
  worker: { format: 'es' },
  test: {
    projects: ['architecture', 'unit', 'contract', 'integration', 'security', 'conformance'].map(suite),
    testTimeout: 60_000,
  },
});
