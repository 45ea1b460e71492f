/** Which folder may import what: the table of the house, as data and one decision. */
import { resolveImport } from './source-tree.ts';

interface Row {
  folder: string;
  /** Folders of the repository it may reach into, besides itself. */
  folders: readonly string[];
  /** Packages by name; `node:` stands for all of Node's own modules. */
  packages: readonly string[];
}

/** Code that runs anywhere: no file, no network, no window. */
const PURE = ['zod', 'pkijs', 'asn1js', '@hpke/core', '@noble/hashes', '@noble/curves', 'node-forge'];
const INSIDE = ['shared', 'electron/core', 'electron/ports', 'electron/security'];
const REACT = [
  'react',
  'react-dom',
  'react-aria-components',
  'i18next',
  'react-i18next',
  'lucide-react',
  '@zxing/browser',
  '@zxing/library',
  'zxing-wasm',
  'pdfjs-dist',
  'qr',
  '@vladmandic/human',
  'tesseract.js',
];

/** Files of models, which their packages carry but do not export. */
const MODELS = ['node_modules/@vladmandic/human/models', 'node_modules/@tensorflow/tfjs-backend-wasm/dist'];

/** The first row whose folder holds the importing file decides. */
export const ROWS: readonly Row[] = [
  { folder: 'shared', folders: [], packages: PURE },
  // With the words everybody guesses first: a list, and no program.
  { folder: 'electron/core', folders: INSIDE, packages: [...PURE, '@zxcvbn-ts/language-common'] },
  // On the citizen's side, in the browser or in the key program for tokens: no Node, no network, only the pure core.
  { folder: 'electron/citizen-keystore', folders: ['shared', 'electron/core', 'electron/ports'], packages: PURE },
  { folder: 'electron/ports', folders: INSIDE, packages: PURE },
  { folder: 'electron/security', folders: INSIDE, packages: PURE },
  { folder: 'electron/adapters', folders: INSIDE, packages: [...PURE, 'node:', 'better-sqlite3', 'pdfkit', 'ws', 'pkcs11js', 'pg', '@vladmandic/face-api', 'fast-png', 'jpeg-js'] },
  { folder: 'electron/gateways', folders: INSIDE, packages: [...PURE, 'node:', 'fast-png', '@nats-io/transport-node', '@nats-io/jetstream'] },
  { folder: 'electron/ipc', folders: INSIDE, packages: [...PURE, 'node:'] },
  {
    folder: 'electron/stand',
    folders: ['shared', 'electron/core/trust', 'electron/gateways', 'electron/ports'],
    packages: [...PURE, 'node:', 'qr', 'fast-png', 'ws'],
  },
  { folder: 'electron/workstation', folders: ['shared', 'electron'], packages: [...PURE, 'node:'] },
  { folder: 'electron/shell-electron', folders: ['shared', 'electron'], packages: [...PURE, 'node:', 'electron', 'electron-store'] },
  { folder: 'electron/shell-chromium', folders: ['shared', 'electron'], packages: [...PURE, 'node:', 'playwright-core'] },
  {
    folder: 'electron/shell-terminal',
    folders: ['shared', 'electron'],
    packages: [...PURE, 'node:', 'better-sqlite3', 'commander', '@zxing/library', 'fast-png', 'jpeg-js', 'qr'],
  },
  { folder: 'electron/launch', folders: ['shared', 'electron', 'tests/bench', 'tests/conformance'], packages: [...PURE, 'node:'] },
  { folder: 'renderer', folders: ['shared', ...MODELS], packages: REACT },
];

/** What belongs to one window or one technology, and the only folder that may touch it. */
const KEPT_APART: readonly { folder: string; only: readonly string[] }[] = [
  {
    folder: 'electron/workstation',
    only: ['electron/workstation', 'electron/shell-electron', 'electron/shell-chromium', 'electron/shell-terminal', 'electron/launch'],
  },
  { folder: 'electron/shell-electron', only: ['electron/shell-electron'] },
  { folder: 'electron/shell-chromium', only: ['electron/shell-chromium', 'electron/launch'] },
  { folder: 'electron/shell-terminal', only: ['electron/shell-terminal', 'electron/launch'] },
  { folder: 'electron/launch', only: ['electron/launch', 'electron/shell-terminal'] },
  // The frame holds the screens and hands them what they need.
  { folder: 'renderer/app', only: ['renderer/app'] },
];

const isIn = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);
const packageOf = (specifier: string): string => specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');

/** A sentence saying why the import is against the house, or null. */
export function importViolation(importer: string, specifier: string): string | null {
  if (isIn(importer, 'tests')) return null;
  const row = ROWS.find(({ folder }) => isIn(importer, folder));
  if (row === undefined) return `${importer} is in no folder of the table`;
  const target = resolveImport(importer, specifier);
  if (target === null) {
    const allowed = row.packages.some((name) => (name.endsWith(':') ? specifier.startsWith(name) : packageOf(specifier) === name));
    return allowed ? null : `${row.folder} may not import ${specifier}`;
  }
  if (isIn(target, 'resources')) return null;
  if (![row.folder, ...row.folders].some((folder) => isIn(target, folder))) return `${row.folder} may not import ${target}`;
  const kept = KEPT_APART.find(({ folder }) => isIn(target, folder));
  if (kept !== undefined && !kept.only.some((folder) => isIn(importer, folder))) return `${kept.folder} is not for ${importer}`;
  return domainViolation(importer, target);
}

/** A domain of the core, or a room of one that others share (ASN.1, GOST), is entered through its index.ts; other files are its own business. */
function domainViolation(importer: string, target: string): string | null {
  const domain = /^electron\/core\/[^/]+(?=\/)/.exec(target)?.[0];
  if (domain === undefined || isIn(importer, domain)) return null;
  if (/^(?:\/[^/]+)?\/index\.ts$/.test(target.slice(domain.length))) return null;
  return `${importer} enters ${domain} past its index.ts`;
}
