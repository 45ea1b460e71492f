/** Name constraints (RFC 5280 4.2.1.10, 6.1.3 b and c): what authorities above allow the certificates below them to be called. */
import type { Certificate } from '../x509/certificate.ts';
import { complete, context, contextPrimitive, type DerReader, Malformed, readOnly, TAG } from '../asn1/der.ts';
import { type GeneralName, type NameForm, readAlternativeNames, readGeneralName } from '../x509/general-names.ts';
import { nameWithin } from './name-forms.ts';
import { attributeTexts } from '../x509/names.ts';
import { EXTENSION } from '../oids.ts';

export interface NameConstraints {
  /** Of each certificate on its own: a name must be within some subtree of its form in every one of them. */
  permitted: Subtrees;
  excluded: Subtrees;
}

type Subtrees = Map<NameForm, GeneralName[]>;

/** How many names may still be held against subtrees: thousands of both in one certificate are a way to keep us busy. */
export interface NameBudget {
  comparisons: number;
}

const EMAIL_ADDRESS = '1.2.840.113549.1.9.1';
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
    const extension = certificate.extensions.get(EXTENSION.nameConstraints);
    if (extension !== undefined) inForce.push(complete(readOnly(extension.value, TAG.sequence), readConstraints));
  }
  return null;
}

function faultOf(names: readonly GeneralName[], { permitted, excluded }: NameConstraints, budget: NameBudget): string | null {
  for (const name of names) {
    const [limits, exclusions] = [concerning(name, permitted), concerning(name, excluded)];
    budget.comparisons -= limits.length + exclusions.length;
    if (budget.comparisons < 0) return 'too many names under constraints';
    const allowed = new Set(limits.map((each) => nameWithin(name, each, 'permitted')));
    const out = new Set(exclusions.map((each) => nameWithin(name, each, 'excluded')));
    if (out.has('unclear') || allowed.has('unclear')) return `name constraints on ${name.form} that cannot be judged`;
    if (out.has('inside')) return `name constraints exclude this ${name.form}`;
    if (limits.length > 0 && !allowed.has('inside')) return `name constraints do not permit this ${name.form}`;
  }
  return null;
}

function concerning(name: GeneralName, subtrees: Subtrees): GeneralName[] {
  const ofForm = subtrees.get(name.form) ?? [];
  const isMailbox = name.form === 'otherName' && name.typeId === SMTP_UTF8_MAILBOX;
  return isMailbox ? [...ofForm, ...(subtrees.get('rfc822Name') ?? [])] : ofForm;
}

/** Subject, its e-mail addresses (older certificates have them only there) and the alternative names. */
function namesOf({ subject, extensions }: Certificate): GeneralName[] {
  const alternative = extensions.get(EXTENSION.subjectAltName);
  return [
    ...(subject.relativeNames.length === 0 ? [] : [{ form: 'directoryName', name: subject } as const]),
    ...attributeTexts(subject, EMAIL_ADDRESS).map((text) => ({ form: 'rfc822Name', text }) as const),
    ...(alternative === undefined ? [] : readAlternativeNames(alternative.value)),
  ];
}

export function readConstraints(reader: DerReader): NameConstraints {
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
