/** Distribution points of certificates and of lists (RFC 5280 4.2.1.13, 5.2.5): which list speaks for which certificate, and on what. */
import type { Certificate } from './certificate.ts';
import { type Bytes, complete, context, contextPrimitive, type DerReader, readOnly, TAG } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import { namedBits, readDefaultFalse } from '../asn1/der-values.ts';
import { type GeneralName, readGeneralNames } from './general-names.ts';
import { type Name, readRelativeName } from './names.ts';
import { EXTENSION } from '../oids.ts';

/** Positions in ReasonFlags; position 0 means nothing. */
const ALL_REASONS: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 6, 7, 8]);

/** Named in full, or by one relative name below the issuer of the list. */
type PointName = { by: 'full'; names: GeneralName[] } | { by: 'relative'; relativeName: string };

export interface DistributionPoint {
  name: PointName | null;
  reasons: ReadonlySet<number>;
  /** Canonical names of who else issues the list; empty where it is the certificate's issuer. */
  crlIssuers: string[];
}

export interface IssuingPoint {
  name: PointName | null;
  usersOnly: boolean;
  authoritiesOnly: boolean;
  attributesOnly: boolean;
  reasons: ReadonlySet<number>;
  indirect: boolean;
}

/** The last one stands for lists found without being pointed at (RFC 5280 6.3.3, after step l). @throws {Malformed} */
export function distributionPointsOf({ extensions }: Certificate): DistributionPoint[] {
  const implied: DistributionPoint = { name: null, reasons: ALL_REASONS, crlIssuers: [] };
  const extension = extensions.get(EXTENSION.crlDistributionPoints);
  if (extension === undefined) return [implied];
  const list = readOnly(extension.value, TAG.sequence);
  const points: DistributionPoint[] = [];
  while (!list.atEnd) points.push(complete(list.inside(TAG.sequence), readPoint));
  if (points.length === 0) throw new Malformed('empty distribution points');
  return [...points, implied];
}

function readPoint(reader: DerReader): DistributionPoint {
  const name = readPointName(reader);
  const reasons = readReasons(reader, 1);
  const issuers = reader.optionalInside(context(2));
  const crlIssuers = issuers === null ? [] : readGeneralNames(issuers).flatMap((each) => (each.form === 'directoryName' ? [each.name.canonical] : []));
  // RFC 5280 4.2.1.13: reasons alone say nothing about where.
  if (name === null && issuers === null) throw new Malformed('distribution point without a name');
  if (issuers !== null && crlIssuers.length === 0) throw new Malformed('CRL issuer without a directory name');
  return { name, reasons, crlIssuers };
}

/** @throws {Malformed} */
export function readIssuingPoint(value: Bytes): IssuingPoint {
  return complete(readOnly(value, TAG.sequence), (reader) => {
    const point = {
      name: readPointName(reader),
      usersOnly: readDefaultFalse(reader, contextPrimitive(1)),
      authoritiesOnly: readDefaultFalse(reader, contextPrimitive(2)),
      reasons: readReasons(reader, 3),
      indirect: readDefaultFalse(reader, contextPrimitive(4)),
      attributesOnly: readDefaultFalse(reader, contextPrimitive(5)),
    };
    if ([point.usersOnly, point.authoritiesOnly, point.attributesOnly].filter(Boolean).length > 1) throw new Malformed('scope of nothing');
    return point;
  });
}

function readPointName(reader: DerReader): PointName | null {
  const field = reader.optionalInside(context(0));
  if (field === null) return null;
  return complete(field, (choice): PointName => {
    const fullName = choice.optionalInside(context(0));
    if (fullName !== null) return { by: 'full', names: readGeneralNames(fullName) };
    return { by: 'relative', relativeName: readRelativeName(choice.expect(context(1)).content, []) };
  });
}

function readReasons(reader: DerReader, tagNumber: number): ReadonlySet<number> {
  const field = reader.optional(contextPrimitive(tagNumber));
  if (field === null) return ALL_REASONS;
  return new Set([...namedBits(field)].filter((reason) => ALL_REASONS.has(reason)));
}

export const coversEveryReason = (reasons: ReadonlySet<number>): boolean => reasons.size === ALL_REASONS.size;

/** `issuer` is who issues the list: relative names continue its name (RFC 5280 4.2.1.13). */
function keysOf(name: PointName, issuer: Name): string[] {
  if (name.by === 'relative') return [`directory ${[...issuer.relativeNames, name.relativeName].join(',')}`];
  return name.names.flatMap((each) => {
    if (each.form === 'directoryName') return [`directory ${each.name.canonical}`];
    return 'text' in each ? [`${each.form} ${each.text}`] : [];
  });
}

/** RFC 5280 6.3.3 b 2 i: without a name of its own a point is reached under the name of whoever issues the list. */
export function isSamePoint(point: DistributionPoint, listPoint: PointName, issuer: Name): boolean {
  const keys = new Set(point.name === null ? [`directory ${issuer.canonical}`] : keysOf(point.name, issuer));
  return keysOf(listPoint, issuer).some((key) => keys.has(key));
}
