/** Whether a name lies within any of many constraints, by the rules of its form (RFC 5280 4.2.1.10); what cannot be read is `unclear`. */
import { bytesToHex } from '../../../../shared/util/bytes.ts';
import type { Bytes } from '../asn1/der.ts';
import type { GeneralName, NameForm } from '../x509/general-names.ts';
import type { Name } from '../x509/names.ts';
import { HostConstraints, labelsOf } from './host-constraints.ts';
import { PrefixTree } from './prefix-tree.ts';

export type Within = 'inside' | 'outside' | 'unclear';
/** An excluded name is looked for generously, a permitted one strictly: doubt must never let a name through. */
export type Subtree = 'permitted' | 'excluded';
/** Where a name of the form stands among all constraints of that form; each is read once, however many names there are. */
export type Enclosure = (name: GeneralName) => Within;

const answer = (inside: boolean): Within => (inside ? 'inside' : 'outside');
/** Forms that have no rule of their own, and constraints that cannot be read: RFC 5280 4.2.1.10 then wants the certificate refused. */
const unclear: Enclosure = () => 'unclear';

/** The empty constraint is every host; a leading period has no meaning here (RFC 5280 4.2.1.10), and neither has a wildcard. */
function dnsEnclosure(constraints: readonly string[], subtree: Subtree): Enclosure {
  const tails = new PrefixTree();
  for (const constraint of constraints) {
    const tail = constraint === '' ? [] : labelsOf(constraint);
    if (tail === null) return unclear;
    tails.add(tail);
  }
  return (name) => {
    if (name.form !== 'dNSName') return 'unclear';
    const isWildcard = name.text.startsWith('*.');
    const labels = labelsOf(isWildcard ? name.text.slice(2) : name.text);
    if (labels === null) return 'unclear';
    // “*.example.com” also stands for the very host that an exclusion of “a.example.com” names.
    return answer(tails.hasBeginningOf(labels) || (isWildcard && subtree === 'excluded' && tails.goesOnFrom(labels)));
  };
}

/** Of a mailbox, or of a constraint on one; null where it is none. */
function mailboxOf(text: string, subtree: Subtree): { box: string; host: string } | null {
  const at = text.lastIndexOf('@');
  if (at < 1 || text.indexOf('@') !== at) return null;
  const box = text.slice(0, at);
  // RFC 5280 7.5: the local part is told apart by case; an exclusion does not rely on that.
  return { box: subtree === 'excluded' ? box.toLowerCase() : box, host: text.slice(at + 1) };
}

function mailEnclosure(constraints: readonly string[], subtree: Subtree): Enclosure {
  const hosts = new HostConstraints();
  const boxes = new Map<string, HostConstraints>();
  for (const constraint of constraints) {
    const mailbox = constraint.includes('@') ? mailboxOf(constraint, subtree) : { box: null, host: constraint };
    if (mailbox === null) return unclear;
    const among = mailbox.box === null ? hosts : (boxes.get(mailbox.box) ?? new HostConstraints());
    if (mailbox.box !== null) boxes.set(mailbox.box, among);
    if (!among.add(mailbox.host)) return unclear;
  }
  return (name) => {
    const mailbox = name.form === 'rfc822Name' ? mailboxOf(name.text, subtree) : null;
    const labels = mailbox === null ? null : labelsOf(mailbox.host);
    if (mailbox === null || labels === null) return 'unclear';
    return answer(hosts.encloses(labels) || boxes.get(mailbox.box)?.encloses(labels) === true);
  };
}

/** Only an authority with a host name can be judged; addresses and URIs without one must be refused. */
const HOST_OF_URI = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#:@[\]]+)(?::\d*)?(?:[/?#]|$)/i;

function uriEnclosure(constraints: readonly string[]): Enclosure {
  const hosts = new HostConstraints();
  if (!constraints.every((constraint) => hosts.add(constraint))) return unclear;
  return (name) => {
    const host = name.form === 'uniformResourceIdentifier' ? HOST_OF_URI.exec(name.text)?.[1] : undefined;
    const labels = host === undefined || /^[\d.]+$/.test(host) ? null : labelsOf(host);
    return labels === null ? 'unclear' : answer(hosts.encloses(labels));
  };
}

/** Address and mask of each; the mask must be a prefix (RFC 4632). */
function addressEnclosure(constraints: readonly Bytes[]): Enclosure {
  const networks = new Map<string, { mask: Bytes; addresses: Set<string> }>();
  for (const constraint of constraints) {
    const width = constraint.length / 2;
    const mask = constraint.subarray(width);
    const name = bytesToHex(mask);
    const bits = [...mask].map((octet) => octet.toString(2).padStart(8, '0')).join('');
    if (!/^1*0*$/.test(bits)) return unclear;
    const network = networks.get(name) ?? { mask, addresses: new Set<string>() };
    networks.set(name, network);
    network.addresses.add(masked(constraint.subarray(0, width), mask));
  }
  return (name) => {
    if (name.form !== 'iPAddress') return 'unclear';
    const { octets } = name;
    return answer([...networks.values()].some(({ mask, addresses }) => mask.length === octets.length && addresses.has(masked(octets, mask))));
  };
}

const masked = (address: Bytes, mask: Bytes): string => bytesToHex(address.map((octet, i) => octet & mask[i]!));

/** As loose as a reader of names might be: an exclusion must also meet its twin in other letters, widths or invisible characters. */
const loosened = (relativeName: string): string =>
  relativeName.normalize('NFKC').toLowerCase().replaceAll(/\p{Default_Ignorable_Code_Point}|\s/gu, '');

function directoryEnclosure(constraints: readonly Name[], subtree: Subtree): Enclosure {
  const partsOf = ({ relativeNames }: Name): string[] => (subtree === 'excluded' ? relativeNames.map(loosened) : relativeNames);
  const beginnings = new PrefixTree();
  for (const constraint of constraints) beginnings.add(partsOf(constraint));
  return (name) => (name.form === 'directoryName' ? answer(beginnings.hasBeginningOf(partsOf(name.name))) : 'unclear');
}

/** @param constraints of this form, at least one */
export function enclosureOf(form: NameForm, constraints: readonly GeneralName[], subtree: Subtree): Enclosure {
  const texts = (): string[] => constraints.flatMap((each) => ('text' in each ? [each.text] : []));
  switch (form) {
    case 'dNSName':
      return dnsEnclosure(texts(), subtree);
    case 'rfc822Name':
      return mailEnclosure(texts(), subtree);
    case 'uniformResourceIdentifier':
      return uriEnclosure(texts());
    case 'iPAddress':
      return addressEnclosure(constraints.flatMap((each) => (each.form === 'iPAddress' ? [each.octets] : [])));
    case 'directoryName':
      return directoryEnclosure(constraints.flatMap((each) => (each.form === 'directoryName' ? [each.name] : [])), subtree);
    default:
      return unclear;
  }
}
