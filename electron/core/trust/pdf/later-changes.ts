/**
 * What later revisions of a PDF file did to one that is signed: both are walked together from their catalogs, and every difference must be
 * one that changes nothing that is seen (ISO 32000-2 12.8.2.2, ETSI EN 319 142-1 5.4): evidence, document time-stamps, invisible signatures.
 */
import { bytesEqual } from '../../../../shared/util/bytes.ts';
import { Malformed } from '../malformed.ts';
import { LIMITS } from '../limits.ts';
import { type AllowedFields, allowedFields } from './new-fields.ts';
import { isSameScalar, isScalar, type Pair, pathOf, type Role } from './revision-pair.ts';
import { spend } from './syntax/pdf-budget.ts';
import type { PdfFile } from './syntax/pdf-file.ts';
import { isKind, type PdfArray, type PdfDictionary, type PdfValue } from './syntax/pdf-values.ts';

/** Evidence, what declares it, and descriptions that no page shows (ISO 32000-2 12.8.4.3, 7.12, 7.7.2, 14.3.2). */
const FREE_IN_CATALOG: ReadonlySet<string> = new Set(['DSS', 'Extensions', 'Version', 'Metadata']);
const NO_FORM: PdfDictionary = { kind: 'dictionary', entries: new Map() };
const NO_ITEMS: PdfArray = { kind: 'array', items: [] };
const ROLES: Readonly<Record<string, Readonly<Record<string, Role>>>> = {
  catalog: { AcroForm: 'form', Pages: 'pages' },
  form: { Fields: 'fields' },
  pages: { Kids: 'pages', Annots: 'annotations', Parent: 'pages' },
};

/** @returns where the first difference is that is not allowed, or null */
export async function changeSince(before: PdfFile, after: PdfFile): Promise<string | null> {
  const fields = await allowedFields(before, after);
  if (typeof fields === 'string') return fields;
  const walk = new RevisionWalk(before, after, fields);
  const roots = { before: before.trailer.entries.get('Root') ?? null, after: after.trailer.entries.get('Root') ?? null };
  const change = await walk.firstChange({ ...roots, role: 'catalog', step: 'catalog', within: null });
  return change === null ? null : pathOf(change);
}

class RevisionWalk {
  readonly #before: PdfFile;
  readonly #after: PdfFile;
  readonly #fields: AllowedFields;
  /** References that were held against each other: the number after by the number before, for each role. */
  readonly #seen: Readonly<Record<Role, Map<number, Set<number>>>>;
  readonly #pending: Pair[] = [];
  /** A page or field met on the way up from an annotation is still a page or field. */
  readonly #roles = new Map<number, Role>();

  constructor(before: PdfFile, after: PdfFile, fields: AllowedFields) {
    this.#before = before;
    this.#after = after;
    this.#fields = fields;
    this.#seen = { catalog: new Map(), form: new Map(), fields: new Map(), pages: new Map(), annotations: new Map(), plain: new Map() };
  }

  async firstChange(root: Pair): Promise<Pair | null> {
    await this.#nameRoles();
    this.#pending.push(root);
    for (let pair = this.#pending.pop(); pair !== undefined; pair = this.#pending.pop()) {
      // Most of a walk meets what was read before, and waits for nobody.
      const old = this.#before.known(pair.before);
      const fresh = this.#after.known(pair.after);
      const isKnown = old !== undefined && fresh !== undefined;
      const change = isKnown ? this.#compare(pair, old, fresh) : this.#compare(pair, await this.#before.resolve(pair.before), await this.#after.resolve(pair.after));
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
      if (isKind(kids, 'array')) for (const kid of kids.items) queue.push(kid);
    }
  }

  /** @throws {Malformed} where one object became so many that each of one revision could meet each of the other */
  #wasSeen({ before, after, role }: Pair): boolean {
    if (!isKind(before, 'reference') || !isKind(after, 'reference')) return false;
    const against = this.#seen[role].get(before.number);
    if (against?.has(after.number) === true) return true;
    if (against === undefined) this.#seen[role].set(before.number, new Set([after.number]));
    else if (against.size === LIMITS.pdfCopies) throw new Malformed('too many copies of one object');
    else against.add(after.number);
    return false;
  }

  #compare(pair: Pair, old: PdfValue, fresh: PdfValue): Pair | null {
    const { before, role } = pair;
    const known = isKind(before, 'reference') ? (this.#roles.get(before.number) ?? role) : role;
    if (isKind(old, 'dictionary') && isKind(fresh, 'dictionary')) return this.#compareEntries(old, fresh, known, pair);
    if (isKind(old, 'stream') && isKind(fresh, 'stream'))
      return bytesEqual(old.raw, fresh.raw) ? this.#compareEntries(old.dictionary, fresh.dictionary, known, pair) : pair;
    if (isKind(fresh, 'array') && (isKind(old, 'array') || (old === null && (known === 'annotations' || known === 'fields'))))
      return this.#compareItems(isKind(old, 'array') ? old : NO_ITEMS, fresh, known, pair);
    // A form may be new; what is in it is judged as if it had been empty.
    if (known === 'form' && old === null && isKind(fresh, 'dictionary')) return this.#compareEntries(NO_FORM, fresh, known, pair);
    return isSameScalar(old, fresh) ? null : pair;
  }

  #compareEntries(old: PdfDictionary, fresh: PdfDictionary, role: Role, within: Pair): Pair | null {
    const added = [...fresh.entries.keys()].filter((key) => !old.entries.has(key));
    for (const step of [...old.entries.keys(), ...added]) {
      if (this.#isFree(step, old, role)) continue;
      const pair = { before: old.entries.get(step) ?? null, after: fresh.entries.get(step) ?? null };
      const change = this.#visitLater({ ...pair, role: ROLES[role]?.[step] ?? 'plain', step, within });
      if (change !== null) return change;
    }
    return null;
  }

  /** Most values are no more than a number or a name. */
  #visitLater(pair: Pair): Pair | null {
    spend(this.#after.budget, 'pairs');
    if (isScalar(pair.before) && isScalar(pair.after)) return isSameScalar(pair.before, pair.after) ? null : pair;
    if (!this.#wasSeen(pair)) this.#pending.push(pair);
    return null;
  }

  #isFree(key: string, old: PdfDictionary, role: Role): boolean {
    if (role === 'catalog') return FREE_IN_CATALOG.has(key);
    // SigFlags say that there are signatures; what new fields look like by default only fields that are allowed could use.
    if (role === 'form') return key === 'SigFlags' || ((key === 'DR' || key === 'DA') && old.entries.size === 0);
    return key === 'V' && this.#fields.filled.has(old);
  }

  /** Old items stay in their order; new ones are fields that are allowed. */
  #compareItems(old: PdfArray, fresh: PdfArray, role: Role, within: Pair): Pair | null {
    const mayGrow = role === 'annotations' || role === 'fields';
    const kept = mayGrow ? fresh.items.filter((item) => !(isKind(item, 'reference') && this.#fields.added.has(item.number))) : fresh.items;
    if (kept.length !== old.items.length) return within;
    // A tree has as many children as it likes, each of its own kind.
    const each: Role = role === 'pages' ? 'pages' : 'plain';
    for (let step = 0; step < kept.length; step += 1) {
      const change = this.#visitLater({ before: old.items[step]!, after: kept[step]!, role: each, step, within });
      if (change !== null) return change;
    }
    return null;
  }
}
