/**
 * What later revisions of a PDF file did to one that is signed: both are walked together from their catalogs, and every difference must be
 * one that changes nothing that is seen (ISO 32000-2 12.8.2.2, ETSI EN 319 142-1 5.4): evidence, document time-stamps, invisible signatures.
 */
import { bytesEqual } from '../../../../shared/util/bytes.ts';
import { Malformed } from '../asn1/der.ts';
import { LIMITS } from '../limits.ts';
import { type AllowedFields, allowedFields } from './new-fields.ts';
import type { PdfFile } from './pdf-file.ts';
import { isKind, type PdfArray, type PdfDictionary, type PdfValue } from './pdf-values.ts';

/** How a value may differ. */
type Role = 'catalog' | 'form' | 'fields' | 'pages' | 'annotations' | 'plain';

interface Pair {
  before: PdfValue;
  after: PdfValue;
  role: Role;
  /** For support: keys on the way from the catalog. */
  path: string;
}

/** Evidence, what declares it, and descriptions that no page shows (ISO 32000-2 12.8.4.3, 7.12, 7.7.2, 14.3.2). */
const FREE_IN_CATALOG: ReadonlySet<string> = new Set(['DSS', 'Extensions', 'Version', 'Metadata']);
const LONGEST_PATH = 200;
const NO_FORM: PdfDictionary = { kind: 'dictionary', entries: new Map() };
const ROLES: Readonly<Record<string, Readonly<Record<string, Role>>>> = {
  catalog: { AcroForm: 'form', Pages: 'pages' },
  form: { Fields: 'fields' },
  pages: { Kids: 'pages', Annots: 'annotations', Parent: 'pages' },
};

/** @returns the first difference that is not allowed, or null */
export async function changeSince(before: PdfFile, after: PdfFile): Promise<string | null> {
  const fields = await allowedFields(before, after);
  if (typeof fields === 'string') return fields;
  const walk = new RevisionWalk(before, after, fields);
  const roots = { before: before.trailer.entries.get('Root') ?? null, after: after.trailer.entries.get('Root') ?? null };
  return walk.firstChange({ ...roots, role: 'catalog', path: 'catalog' });
}

class RevisionWalk {
  readonly #before: PdfFile;
  readonly #after: PdfFile;
  readonly #fields: AllowedFields;
  readonly #seen = new Set<string>();
  readonly #pending: Pair[] = [];
  /** A page or field met on the way up from an annotation is still a page or field. */
  readonly #roles = new Map<number, Role>();
  #steps = 0;

  constructor(before: PdfFile, after: PdfFile, fields: AllowedFields) {
    this.#before = before;
    this.#after = after;
    this.#fields = fields;
  }

  async firstChange(root: Pair): Promise<string | null> {
    await this.#nameRoles();
    this.#pending.push(root);
    for (let pair = this.#pending.pop(); pair !== undefined; pair = this.#pending.pop()) {
      this.#steps += 1;
      if (this.#steps > LIMITS.pdfSteps) throw new Malformed('too much to compare');
      const change = await this.#compare(pair);
      if (change !== null) return change;
    }
    return null;
  }

  async #nameRoles(): Promise<void> {
    const queue: PdfValue[] = [(await this.#before.catalog()).entries.get('Pages') ?? null];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (!isKind(next, 'reference') || this.#roles.has(next.number)) continue;
      this.#roles.set(next.number, 'pages');
      const node = await this.#before.resolve(next);
      const kids = isKind(node, 'dictionary') ? await this.#before.get(node, 'Kids') : null;
      if (isKind(kids, 'array')) queue.push(...kids.items);
    }
  }

  async #compare({ before, after, role, path }: Pair): Promise<string | null> {
    if (isKind(before, 'reference') && isKind(after, 'reference')) {
      const key = `${before.number} ${after.number} ${role}`;
      if (this.#seen.has(key)) return null;
      this.#seen.add(key);
    }
    const known = isKind(before, 'reference') ? (this.#roles.get(before.number) ?? role) : role;
    const old = await this.#before.resolve(before);
    const fresh = await this.#after.resolve(after);
    if (isKind(old, 'dictionary') && isKind(fresh, 'dictionary')) return this.#compareEntries(old, fresh, known, path);
    if (isKind(old, 'stream') && isKind(fresh, 'stream'))
      return bytesEqual(old.raw, fresh.raw) ? this.#compareEntries(old.dictionary, fresh.dictionary, known, path) : path;
    if (isKind(fresh, 'array') && (isKind(old, 'array') || (old === null && (known === 'annotations' || known === 'fields'))))
      return this.#compareItems(isKind(old, 'array') ? old : { kind: 'array', items: [] }, fresh, known, path);
    // A form may be new; what is in it is judged as if it had been empty.
    if (known === 'form' && old === null && isKind(fresh, 'dictionary')) return this.#compareEntries(NO_FORM, fresh, known, path);
    return isSameScalar(old, fresh) ? null : path;
  }

  #compareEntries(old: PdfDictionary, fresh: PdfDictionary, role: Role, path: string): string | null {
    for (const key of new Set([...old.entries.keys(), ...fresh.entries.keys()])) {
      if (this.#isFree(key, old, role)) continue;
      const pair = { before: old.entries.get(key) ?? null, after: fresh.entries.get(key) ?? null };
      const change = this.#visitLater({ ...pair, role: ROLES[role]?.[key] ?? 'plain', path: `${path}/${key}`.slice(-LONGEST_PATH) });
      if (change !== null) return change;
    }
    return null;
  }

  /** Most values are no more than a number or a name: they wait for nobody. */
  #visitLater(pair: Pair): string | null {
    if (isScalar(pair.before) && isScalar(pair.after)) return isSameScalar(pair.before, pair.after) ? null : pair.path;
    this.#pending.push(pair);
    return null;
  }

  #isFree(key: string, old: PdfDictionary, role: Role): boolean {
    if (role === 'catalog') return FREE_IN_CATALOG.has(key);
    // SigFlags say that there are signatures; what new fields look like by default only fields that are allowed could use.
    if (role === 'form') return key === 'SigFlags' || ((key === 'DR' || key === 'DA') && old.entries.size === 0);
    return key === 'V' && this.#fields.filled.has(old);
  }

  /** Old items stay in their order; new ones are fields that are allowed. */
  #compareItems(old: PdfArray, fresh: PdfArray, role: Role, path: string): string | null {
    const mayGrow = role === 'annotations' || role === 'fields';
    const kept = mayGrow ? fresh.items.filter((item) => !(isKind(item, 'reference') && this.#fields.added.has(item.number))) : fresh.items;
    if (kept.length !== old.items.length) return path;
    // A tree has as many children as it likes, each of its own kind.
    const each: Role = role === 'pages' ? 'pages' : 'plain';
    for (const [at, before] of old.items.entries()) {
      const change = this.#visitLater({ before, after: kept[at]!, role: each, path: `${path}[${at}]` });
      if (change !== null) return change;
    }
    return null;
  }
}

const isScalar = (value: PdfValue): boolean => typeof value !== 'object' || value === null || value.kind === 'name' || value.kind === 'string';

function isSameScalar(old: PdfValue, fresh: PdfValue): boolean {
  if (isKind(old, 'name') && isKind(fresh, 'name')) return old.name === fresh.name;
  if (isKind(old, 'string') && isKind(fresh, 'string')) return bytesEqual(old.bytes, fresh.bytes);
  return old === fresh;
}
