/** Which canonicalization and transforms may stand between a document and its digest: those that cannot hide or change anything. */
import type { CanonicalForm } from './canonicalize.ts';
import { ENVELOPED, EXCLUSIVE_C14N, INCLUSIVE_C14N } from './names.ts';
import type { Method } from './read-signature.ts';

const COMMENTS = '#WithComments';
const FORMS: Readonly<Record<string, Omit<CanonicalForm, 'inclusivePrefixes'>>> = {
  [INCLUSIVE_C14N]: { exclusive: false, comments: false },
  [`${INCLUSIVE_C14N}${COMMENTS}`]: { exclusive: false, comments: true },
  [EXCLUSIVE_C14N]: { exclusive: true, comments: false },
  [`${EXCLUSIVE_C14N}WithComments`]: { exclusive: true, comments: true },
};

/** Null for any other method, and for a prefix list where the form knows none. */
export function canonicalFormOf({ uri, inclusivePrefixes }: Method): CanonicalForm | null {
  const form = Object.hasOwn(FORMS, uri) ? FORMS[uri]! : null;
  return form === null || (!form.exclusive && inclusivePrefixes.length > 0) ? null : { ...form, inclusivePrefixes };
}

export interface Passage {
  /** The signature leaves itself out. */
  enveloped: boolean;
  form: CanonicalForm;
}

/** What a reference without a canonicalization is digested by (XML Signature 1.1, 4.4.3.2). */
const DEFAULT_FORM: CanonicalForm = { exclusive: false, comments: false, inclusivePrefixes: [] };

/** The way from document to digest: perhaps without the signature itself, then at most one canonical form. Null for anything else. */
export function passageOf(transforms: readonly Method[]): Passage | null {
  const enveloped = transforms[0]?.uri === ENVELOPED && transforms[0].inclusivePrefixes.length === 0;
  const [method, ...more] = enveloped ? transforms.slice(1) : transforms;
  if (more.length > 0) return null;
  const form = method === undefined ? DEFAULT_FORM : canonicalFormOf(method);
  return form === null ? null : { enveloped, form };
}
