/** The four extensions certificate policies are decided from (RFC 5280 4.2.1.4, .5, .11, .14), decoded strictly. */
import type { Certificate } from './certificate.ts';
import { decodeFrom } from './certificate-extensions.ts';
import { type Bytes, complete, contextPrimitive, DerReader, readOnly, TAG } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import { readOid, readSmallInteger, smallInteger } from '../asn1/der-values.ts';
import { EXTENSION } from '../oids.ts';

export const ANY_POLICY = '2.5.29.32.0';

export interface PolicyFacts {
  /** Null where the extension is absent: such a certificate is good for no policy. */
  policies: ReadonlySet<string> | null;
  /** Issuer's policy to the subject's policies it calls equivalent. */
  mappings: ReadonlyMap<string, ReadonlySet<string>>;
  /** After how many more certificates each takes effect; null where nothing is said. */
  requireExplicit: number | null;
  inhibitMapping: number | null;
  inhibitAny: number | null;
}

/** @throws {Malformed} */
export function policyFactsOf({ extensions }: Certificate): PolicyFacts {
  const constraints = decodeFrom(extensions, EXTENSION.policyConstraints, (value) => complete(readOnly(value, TAG.sequence), readPolicyConstraints));
  return {
    policies: decodeFrom(extensions, EXTENSION.certificatePolicies, readPolicies),
    mappings: decodeFrom(extensions, EXTENSION.policyMappings, readMappings) ?? new Map(),
    requireExplicit: constraints?.requireExplicit ?? null,
    inhibitMapping: constraints?.inhibitMapping ?? null,
    inhibitAny: decodeFrom(extensions, EXTENSION.inhibitAnyPolicy, (value) => complete(new DerReader(value), readSmallInteger)),
  };
}

function readPolicies(value: Bytes): Set<string> {
  const list = readOnly(value, TAG.sequence);
  const policies = new Set<string>();
  while (!list.atEnd) {
    const information = list.inside(TAG.sequence);
    const policy = readOid(information);
    if (policies.has(policy)) throw new Malformed('certificate policy twice');
    policies.add(policy);
    // Qualifiers are texts for people; nothing here is decided by them.
    information.optional(TAG.sequence);
    information.end();
  }
  if (policies.size === 0) throw new Malformed('empty certificate policies');
  return policies;
}

function readMappings(value: Bytes): Map<string, Set<string>> {
  const list = readOnly(value, TAG.sequence);
  const mappings = new Map<string, Set<string>>();
  while (!list.atEnd) {
    const [from, to] = complete(list.inside(TAG.sequence), (pair) => [readOid(pair), readOid(pair)] as const);
    // RFC 5280 6.1.4 a.
    if (from === ANY_POLICY || to === ANY_POLICY) throw new Malformed('mapping of any policy');
    mappings.set(from, (mappings.get(from) ?? new Set()).add(to));
  }
  if (mappings.size === 0) throw new Malformed('empty policy mappings');
  return mappings;
}

function readPolicyConstraints(reader: DerReader): Pick<PolicyFacts, 'requireExplicit' | 'inhibitMapping'> {
  const requireExplicit = reader.optional(contextPrimitive(0));
  const inhibitMapping = reader.optional(contextPrimitive(1));
  if (requireExplicit === null && inhibitMapping === null) throw new Malformed('empty policy constraints');
  return {
    requireExplicit: requireExplicit === null ? null : smallInteger(requireExplicit),
    inhibitMapping: inhibitMapping === null ? null : smallInteger(inhibitMapping),
  };
}
