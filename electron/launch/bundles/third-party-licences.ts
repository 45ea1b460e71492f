/** The licences of what the installed product carries from others: nearly all of them ask that their text goes along. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { REPOSITORY } from '../repository.ts';

const LockedPackage = z.object({
  version: z.string().optional(),
  license: z.string().optional(),
  dependencies: z.record(z.string(), z.string()).default({}),
});
const LockFile = z.object({ packages: z.record(z.string(), LockedPackage) });
type Packages = z.infer<typeof LockFile>['packages'];

/** Packed into the pages by the bundler, which is why package.json needs them for building only. */
export const BUNDLED_PACKAGES = [
  '@tesseract.js-data/kaz',
  '@vladmandic/human',
  'lucide-react',
  'pdfjs-dist',
  'react',
  'react-aria-components',
  'react-dom',
  'react-i18next',
  'tesseract.js',
  'tesseract.js-core',
];

/** Nothing of them is in the lock file: the package says in its LICENSE alone under which licence it is. */
const UNSTATED: Readonly<Record<string, string>> = { 'png-js': 'MIT' };

const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

export interface CarriedPackage {
  name: string;
  version: string;
  /** SPDX expression. */
  licence: string;
  /** From the root of the repository. */
  folder: string;
}

/** What package.json needs to run and what the pages are bundled from, with all that those need in turn; by name. */
export function carriedPackages(): CarriedPackage[] {
  const { packages } = LockFile.parse(JSON.parse(readFileSync(join(REPOSITORY, 'package-lock.json'), 'utf8')));
  const folders = new Set<string>();
  const take = (name: string, neededBy: string): void => {
    const folder = folderOf(name, neededBy, packages);
    if (folder === null || folders.has(folder)) return;
    folders.add(folder);
    for (const dependency of Object.keys(packages[folder]!.dependencies)) take(dependency, folder);
  };
  for (const name of [...Object.keys(packages['']!.dependencies), ...BUNDLED_PACKAGES]) take(name, '');
  return [...folders].map((folder) => carriedPackage(folder, packages)).toSorted((a, b) => a.name.localeCompare(b.name));
}

/** As Node looks for it: beside what needs it, then further and further up. Null for an optional one of another platform. */
function folderOf(name: string, neededBy: string, packages: Packages): string | null {
  for (let above = neededBy; ; above = above.slice(0, Math.max(0, above.lastIndexOf('/node_modules/')))) {
    const folder = `${above === '' ? '' : `${above}/`}node_modules/${name}`;
    if (folder in packages) return folder;
    if (above === '') return null;
  }
}

function carriedPackage(folder: string, packages: Packages): CarriedPackage {
  const { version = '', license } = packages[folder]!;
  const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
  return { name, version, licence: license ?? UNSTATED[name] ?? '', folder };
}

/** One text for all of them, to be packed beside the program. */
export const licenceNotices = (): string =>
  carriedPackages()
    .map((carried) => [`${carried.name} ${carried.version} (${carried.licence})`, ...licenceTexts(carried)].join('\n\n'))
    .join(`\n\n${'-'.repeat(80)}\n\n`);

function licenceTexts({ folder }: CarriedPackage): string[] {
  const directory = join(REPOSITORY, folder);
  const files = readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isFile() && LICENCE_FILE.test(entry.name));
  return files.map(({ name }) => readFileSync(join(directory, name), 'utf8').trim());
}
