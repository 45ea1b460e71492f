/** CertificateList (RFC 5280 5), decoded strictly; however large, its entries stay bytes until one is asked for. */
import { bytesToHex } from '../../../../shared/util/bytes.ts';
import type { DigestBeside } from '../../../ports/trust/file-judge.ts';
import { type AlgorithmIdentifier, isSameAlgorithm, readAlgorithm } from '../algorithms/algorithms.ts';
import { decodeFrom, type Extensions, readAuthorityKeyId, readExtensions, readPointUrls } from '../x509/certificate-extensions.ts';
import { type CrlEntry, issuersNamedAt, readEntry } from './crl-entries.ts';
import { type CrlEntryIndex, EntryIndex } from './crl-entry-index.ts';
import { type Bytes, complete, context, DerReader, TAG } from '../asn1/der.ts';
import { Malformed, orNull } from '../malformed.ts';
import { timeOf } from '../asn1/der-times.ts';
import { integerOctets, readSmallInteger } from '../asn1/der-values.ts';
import { inTurns } from '../in-turns.ts';
import { type IssuingPoint, readIssuingPoint } from '../x509/distribution-points.ts';
import { type Name, readName } from '../x509/names.ts';
import { EXTENSION } from '../oids.ts';
import { isHarmlessLater, REASON } from './revocation-status.ts';
import { readSignedEnvelope } from '../x509/read-signed-envelope.ts';

export interface Crl {
  encoded: Bytes;
  tbs: Bytes;
  signatureAlgorithm: AlgorithmIdentifier;
  signature: Bytes;
  issuer: Name;
  thisUpdate: Date;
  nextUpdate: Date | null;
  extensions: Extensions;
  authorityKeyId: string | null;
  /** Null where the list speaks for everything its issuer issued. */
  point: IssuingPoint | null;
  number: bigint | null;
  /** Of a delta list: the complete list it continues. */
  baseNumber: bigint | null;
  deltaUrls: string[];
  /** Where its signed part is hashed if it is long; left out, here. */
  digestBeside?: DigestBeside | undefined;
  hasUnknownCriticalEntry: boolean;
  namesIssuers: boolean;
  /** Of the certificate with this serial and this issuer (canonical name). @throws {Malformed} */
  entry(serialHex: string, issuer: string): CrlEntry | null;
}

const NO_ENTRIES: CrlEntryIndex = { find: () => [], issuerEntryAt: () => null, namesIssuers: false, hasUnknownCritical: false };

/** @throws {Malformed} */
export function readCrl(input: Uint8Array): Crl {
  const { index, ...parts } = readParts(input);
  while (index?.readSome() === true);
  return crlOf(parts, index ?? NO_ENTRIES);
}

/** As `readCrl`, and ready for look-ups; a list of hundreds of thousands of entries takes many short turns, with others in between. @throws {Malformed} */
async function readCrlInTurns(input: Uint8Array, digestBeside: DigestBeside | undefined): Promise<Crl> {
  const { index, ...parts } = readParts(input);
  if (index !== null) await inTurns(() => index.readSome() || index.sortSome());
  return { ...crlOf(parts, index ?? NO_ENTRIES), digestBeside };
}

type Parts = Omit<Crl, 'hasUnknownCriticalEntry' | 'namesIssuers' | 'entry'> & { entries: Bytes | null };

/** Everything but the entries, of which nothing is read yet. */
function readParts(input: Uint8Array): Parts & { index: EntryIndex | null } {
  const { encoded, tbs, fields: reader, signatureAlgorithm, signature } = readSignedEnvelope(input);
  const isVersion2 = reader.next() === TAG.integer;
  if (isVersion2 && readSmallInteger(reader) !== 1) throw new Malformed('CRL version');
  const innerAlgorithm = readAlgorithm(reader.expect(TAG.sequence));
  if (!isSameAlgorithm(innerAlgorithm, signatureAlgorithm)) throw new Malformed('two signature algorithms');
  const issuer = readName(reader.element());
  const thisUpdate = timeOf(reader.element());
  const hasNextUpdate = reader.next() === TAG.utcTime || reader.next() === TAG.generalizedTime;
  const nextUpdate = hasNextUpdate ? timeOf(reader.element()) : null;
  const entries = reader.optional(TAG.sequence)?.content ?? null;
  const index = entries === null ? null : new EntryIndex(entries, isVersion2);
  const extensionField = reader.optionalInside(context(0));
  reader.end();
  if (extensionField !== null && !isVersion2) throw new Malformed('CRL extensions before version 2');
  const extensions: Extensions =
    extensionField === null ? new Map() : complete(extensionField, (field) => readExtensions(field.inside(TAG.sequence)));
  return {
    encoded,
    tbs,
    signatureAlgorithm,
    signature,
    issuer,
    thisUpdate,
    nextUpdate,
    extensions,
    ...readFacts(extensions),
    entries,
    index,
  };
}

function crlOf({ entries, ...parts }: Parts, index: CrlEntryIndex): Crl {
  return {
    ...parts,
    hasUnknownCriticalEntry: index.hasUnknownCritical,
    namesIssuers: index.namesIssuers,
    entry(serialHex, certificateIssuer) {
      const own = index.find(serialHex).filter((start) => {
        const named = index.issuerEntryAt(start);
        return named === null ? parts.issuer.canonical === certificateIssuer : issuersNamedAt(entries!, named).includes(certificateIssuer);
      });
      // Which of several counts, the first or the last, every program would say otherwise: the worst does.
      return own.map((start) => readEntry(entries!, start)).reduce<CrlEntry | null>((worst, entry) => (worst === null || isWorse(entry, worst) ? entry : worst), null);
    },
  };
}

/** Taken back, given up in good order, or in doubt since when it was: of two in doubt the earlier is worse. */
const severity = ({ reason }: CrlEntry): number => (reason === REASON.removeFromCrl ? 0 : isHarmlessLater(reason) ? 1 : 2);
const isWorse = (entry: CrlEntry, than: CrlEntry): boolean => severity(entry) > severity(than) || (severity(entry) === severity(than) && entry.at < than.at);

/** Null for what is no list. */
export const tryReadCrl = (encoded: Uint8Array): Crl | null => orNull(() => readCrl(encoded));

/** As `tryReadCrl`, in turns. @param digestBeside where the list is hashed when its signature is verified, if it is long */
export async function tryReadCrlInTurns(encoded: Uint8Array, digestBeside?: DigestBeside): Promise<Crl | null> {
  try {
    return await readCrlInTurns(encoded, digestBeside);
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}

function readFacts(extensions: Extensions): Pick<Crl, 'authorityKeyId' | 'point' | 'number' | 'baseNumber' | 'deltaUrls'> {
  return {
    authorityKeyId: decodeFrom(extensions, EXTENSION.authorityKeyIdentifier, readAuthorityKeyId),
    point: decodeFrom(extensions, EXTENSION.issuingDistributionPoint, readIssuingPoint),
    number: decodeFrom(extensions, EXTENSION.crlNumber, readNumber),
    baseNumber: decodeFrom(extensions, EXTENSION.deltaCrlIndicator, readNumber),
    deltaUrls: decodeFrom(extensions, EXTENSION.freshestCrl, readPointUrls) ?? [],
  };
}

/** CRLNumber, up to 20 octets (RFC 5280 5.2.3). */
function readNumber(value: Bytes): bigint {
  const octets = complete(new DerReader(value), (reader) => integerOctets(reader.expect(TAG.integer)));
  if (octets.length > 20 || octets[0]! >= 0x80) throw new Malformed('CRL number');
  return BigInt(`0x${bytesToHex(octets)}`);
}
