/** What a module looks like from outside: its length, its name and its first sentence. */
import type { Module } from './source-tree.ts';

const LONGEST = 300;
const OPENING = /^(?:#!.*\n)?\/\*\*\s+(?:\*\s+)?\S/;
const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:test|spec|config|worker|d|kk|ru|en))?\.(?:ts|mjs)$/;
/** Components by their name; the entry of the page and tests of components are none. */
const PASCAL = /^(?:main|[A-Z][A-Za-z0-9]*|[a-z0-9]+(?:-[a-z0-9]+)*\.test)\.tsx$/;
const VAGUE = /(?:^|-)(?:utils?|helpers?|manager|misc|common)(?:[-.]|$)/i;

/** Sentences saying how the module breaks the form of the house; empty when it does not. */
export function shapeViolations({ path, text }: Pick<Module, 'path' | 'text'>): string[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const lines = text.split('\n').length - 1;
  const violations: string[] = [];
  if (lines > LONGEST) violations.push(`${path} has ${lines} lines, more than ${LONGEST}`);
  if (!OPENING.test(text)) violations.push(`${path} does not open with a sentence on what it is for`);
  if (!(name.endsWith('.tsx') ? PASCAL : KEBAB).test(name)) violations.push(`${path} is not named in the way of the house`);
  if (VAGUE.test(name)) violations.push(`${path} has a name that says nothing`);
  return violations;
}
