/** Name constraints (RFC 5280 4.2.1.10, 6.1.3 b and c): what authorities above allow the certificates below them to be called. */
import type { Certificate } from '../x509/certificate.ts';
import { complete, context, contextPrimitive, type DerReader, readOnly, TAG } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import { namesOf } from '../x509/certificate-names.ts';
import { type GeneralName, type NameForm, readGeneralName } from '../x509/general-names.ts';
import { type Enclosure, enclosureOf, type Subtree } from './name-forms.ts';
import { EXTENSION } from '../oids.ts';

/** Of each certificate on its own: a name must be within some permitted subtree of its form in every one of them, and within no excluded one. */
type NameConstraints = Record<Subtree, ReadonlyMap<NameForm, Enclosure>>;

/** How much may still be held against constraints, in names of common length: thousands of names on many paths are a way to keep us busy. */
export interface NameBudget {
  names: number;
}

/** id-on-SmtpUTF8Mailbox (RFC 9598): a mailbox, so that constraints on mailboxes are meant for it too. */
const SMTP_UTF8_MAILBOX = '1.3.6.1.5.5.7.8.9';

/** Why names of this path (leaf first) break a constraint above them; null when none does. */
export function nameConstraintFault(path: readonly Certificate[], budget: NameBudget): string | null {
  if (!path.some(({ extensions }) => extensions.has(EXTENSION.nameConstraints))) return null;
  try {
    return faultUnderConstraints(path, budget);
  } catch (error) {
    if (error instanceof Malformed) return `malformed names: ${error.message}`;
    throw error;
  }
}

function faultUnderConstraints(path: readonly Certificate[], budget: NameBudget): string | null {
  const inForce: NameConstraints[] = [];
  for (let i = path.length - 1; i >= 0; i -= 1) {
    const certificate = path[i]!;
    // An authority's certificate to itself is bound only where it is the one that is asked about; the anchor by nobody.
    const isBound = i < path.length - 1 && (i === 0 || !certificate.selfIssued);
    if (isBound && inForce.length > 0) {
      const names = namesOf(certificate);
      for (const constraints of inForce) {
        const fault = faultOf(names, constraints, budget);
        if (fault !== null) return fault;
      }
    }
    const constraints = constraintsOf(certificate);
    if (constraints !== null) inForce.push(constraints);
  }
  return null;
}

function faultOf(names: readonly GeneralName[], { permitted, excluded }: NameConstraints, budget: NameBudget): string | null {
  for (const name of names) {
    budget.names -= weightOf(name);
    if (budget.names < 0) return 'too many names under constraints';
    const [limits, exclusions] = [concerning(name, permitted), concerning(name, excluded)];
    const [allowed, out] = [limits.map((within) => within(name)), exclusions.map((within) => within(name))];
    if (out.includes('unclear') || allowed.includes('unclear')) return `name constraints on ${name.form} that cannot be judged`;
    if (out.includes('inside')) return `name constraints exclude this ${name.form}`;
    if (limits.length > 0 && !allowed.includes('inside')) return `name constraints do not permit this ${name.form}`;
  }
  return null;
}

/** A common host name or mailbox is one, and so is each part of a distinguished name. */
const COMMON_LENGTH = 32;
function weightOf(name: GeneralName): number {
  if (name.form === 'directoryName') return name.name.relativeNames.length;
  return 'text' in name ? Math.ceil(name.text.length / COMMON_LENGTH) : 1;
}

function concerning(name: GeneralName, subtrees: ReadonlyMap<NameForm, Enclosure>): Enclosure[] {
  const isMailbox = name.form === 'otherName' && name.typeId === SMTP_UTF8_MAILBOX;
  const forms: NameForm[] = isMailbox ? [name.form, 'rfc822Name'] : [name.form];
  return forms.flatMap((form) => subtrees.get(form) ?? []);
}

/** Asked for again with every path the certificate is on. */
const knownConstraints = new WeakMap<Certificate, NameConstraints | null>();

function constraintsOf(certificate: Certificate): NameConstraints | null {
  const known = knownConstraints.get(certificate);
  if (known !== undefined) return known;
  const extension = certificate.extensions.get(EXTENSION.nameConstraints);
  const read = extension === undefined ? null : complete(readOnly(extension.value, TAG.sequence), readConstraints);
  const constraints = read && { permitted: enclosuresOf(read.permitted, 'permitted'), excluded: enclosuresOf(read.excluded, 'excluded') };
  knownConstraints.set(certificate, constraints);
  return constraints;
}

const enclosuresOf = (subtrees: Subtrees, subtree: Subtree): ReadonlyMap<NameForm, Enclosure> =>
  new Map([...subtrees].map(([form, bases]) => [form, enclosureOf(form, bases, subtree)]));

type Subtrees = Map<NameForm, GeneralName[]>;

/** @throws {Malformed} */
export function readConstraints(reader: DerReader): Record<Subtree, Subtrees> {
  const permitted = reader.optionalInside(context(0));
  const excluded = reader.optionalInside(context(1));
  if (permitted === null && excluded === null) throw new Malformed('empty name constraints');
  return { permitted: readSubtrees(permitted), excluded: readSubtrees(excluded) };
}

function readSubtrees(list: DerReader | null): Subtrees {
  const subtrees: Subtrees = new Map();
  if (list === null) return subtrees;
  while (!list.atEnd) {
    const subtree = list.inside(TAG.sequence);
    const base = readGeneralName(subtree.element());
    if (base.form === 'iPAddress' && base.octets.length !== 8 && base.octets.length !== 32) throw new Malformed('address and mask');
    const ofForm = subtrees.get(base.form);
    if (ofForm === undefined) subtrees.set(base.form, [base]);
    else ofForm.push(base);
    // RFC 5280 has no use for distances: minimum is 0 (not written), maximum absent; anything else cannot be judged.
    if (subtree.next() === contextPrimitive(0) || subtree.next() === contextPrimitive(1)) throw new Malformed('distance in name constraints');
    subtree.end();
  }
  if (subtrees.size === 0) throw new Malformed('empty subtrees');
  return subtrees;
}
