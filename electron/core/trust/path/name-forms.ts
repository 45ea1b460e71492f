/** Whether one name lies within one constraint, by the rules of its form (RFC 5280 4.2.1.10); what cannot be read is `unclear`. */
import type { Bytes } from '../asn1/der.ts';
import type { GeneralName } from '../x509/general-names.ts';
import type { Name } from '../x509/names.ts';

export type Within = 'inside' | 'outside' | 'unclear';
/** An excluded name is looked for generously, a permitted one strictly: doubt must never let a name through. */
export type Subtree = 'permitted' | 'excluded';

/** Labels of a host name; null for what is none. Punycode is compared as it is written. */
function labelsOf(host: string): string[] | null {
  const labels = host.toLowerCase().split('.');
  return host.length <= 253 && labels.every((label) => /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label)) ? labels : null;
}

const endsWith = (labels: readonly string[], tail: readonly string[]): boolean =>
  labels.length >= tail.length && tail.every((label, i) => label === labels[labels.length - tail.length + i]);

const answer = (inside: boolean): Within => (inside ? 'inside' : 'outside');

/** The empty constraint is every host; a leading period has no meaning here (RFC 5280 4.2.1.10), and neither has a wildcard. */
function dnsWithin(name: string, constraint: string, subtree: Subtree): Within {
  const tail = constraint === '' ? [] : labelsOf(constraint);
  const wildcard = name.startsWith('*.');
  const labels = labelsOf(wildcard ? name.slice(2) : name);
  if (tail === null || labels === null) return 'unclear';
  // “*.example.com” also stands for the very host that an exclusion of “a.example.com” names.
  return answer(endsWith(labels, tail) || (wildcard && subtree === 'excluded' && tail.length > labels.length && endsWith(tail, labels)));
}

/** A constraint on a host: “example.com” is that host alone, “.example.com” everything below it. */
function hostWithin(host: string, constraint: string): Within {
  const below = constraint.startsWith('.');
  const labels = labelsOf(host);
  const tail = labelsOf(below ? constraint.slice(1) : constraint);
  if (labels === null || tail === null) return 'unclear';
  return answer(endsWith(labels, tail) && (below ? labels.length > tail.length : labels.length === tail.length));
}

function mailWithin(name: string, constraint: string, subtree: Subtree): Within {
  const at = name.lastIndexOf('@');
  if (at < 1 || name.indexOf('@') !== at) return 'unclear';
  const limit = constraint.lastIndexOf('@');
  if (limit === -1) return hostWithin(name.slice(at + 1), constraint);
  if (limit < 1 || constraint.indexOf('@') !== limit) return 'unclear';
  const host = hostWithin(name.slice(at + 1), constraint.slice(limit + 1));
  if (host !== 'inside') return host;
  const [box, limitBox] = [name.slice(0, at), constraint.slice(0, limit)];
  // RFC 5280 7.5: the local part is told apart by case; an exclusion does not rely on that.
  return answer(subtree === 'excluded' ? box.toLowerCase() === limitBox.toLowerCase() : box === limitBox);
}

/** Only an authority with a host name can be judged; addresses and URIs without one must be refused. */
function uriWithin(name: string, constraint: string): Within {
  const host = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#:@[\]]+)(?::\d*)?(?:[/?#]|$)/i.exec(name)?.[1];
  if (host === undefined || /^[\d.]+$/.test(host)) return 'unclear';
  return hostWithin(host, constraint);
}

/** Address and mask; the mask must be a prefix (RFC 4632). */
function addressWithin(address: Bytes, constraint: Bytes): Within {
  const width = constraint.length / 2;
  if ((address.length !== 4 && address.length !== 16) || (width !== 4 && width !== 16)) return 'unclear';
  const bits = [...constraint.subarray(width)].map((octet) => octet.toString(2).padStart(8, '0')).join('');
  if (!/^1*0*$/.test(bits)) return 'unclear';
  if (address.length !== width) return 'outside';
  return answer(address.every((octet, i) => ((octet ^ constraint[i]!) & constraint[width + i]!) === 0));
}

/** As loose as a reader of names might be: an exclusion must also meet its twin in other letters, widths or invisible characters. */
const loosened = (relativeName: string): string =>
  relativeName.normalize('NFKC').toLowerCase().replaceAll(/\p{Default_Ignorable_Code_Point}|\s/gu, '');

export function directoryWithin(name: Name, constraint: Name, subtree: Subtree): Within {
  const form = subtree === 'excluded' ? loosened : (relativeName: string): string => relativeName;
  return answer(constraint.relativeNames.every((part, i) => i < name.relativeNames.length && form(part) === form(name.relativeNames[i]!)));
}

/** Forms that have no rule of their own are `unclear`: RFC 5280 4.2.1.10 then wants the certificate refused. */
export function nameWithin(name: GeneralName, constraint: GeneralName, subtree: Subtree): Within {
  if (name.form === 'dNSName' && constraint.form === 'dNSName') return dnsWithin(name.text, constraint.text, subtree);
  if (name.form === 'rfc822Name' && constraint.form === 'rfc822Name') return mailWithin(name.text, constraint.text, subtree);
  if (name.form === 'uniformResourceIdentifier' && constraint.form === 'uniformResourceIdentifier')
    return uriWithin(name.text, constraint.text);
  if (name.form === 'iPAddress' && constraint.form === 'iPAddress') return addressWithin(name.octets, constraint.octets);
  if (name.form === 'directoryName' && constraint.form === 'directoryName') return directoryWithin(name.name, constraint.name, subtree);
  return 'unclear';
}
