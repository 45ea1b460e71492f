/** GeneralNames (RFC 5280 4.2.1.6): what a certificate calls its subject besides the distinguished name. */
import { type Bytes, complete, context, contextPrimitive, DerReader, type Element, readOnly, TAG } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import { oidOf, textOf } from '../asn1/der-values.ts';
import { type Name, readName } from './names.ts';

export type GeneralName =
  | { form: 'rfc822Name' | 'dNSName' | 'uniformResourceIdentifier'; text: string }
  /** In a name 4 or 16 octets, in a constraint 8 or 32. */
  | { form: 'iPAddress'; octets: Bytes }
  | { form: 'directoryName'; name: Name }
  | { form: 'otherName'; typeId: string }
  | { form: 'x400Address' | 'ediPartyName' | 'registeredID' };

export type NameForm = GeneralName['form'];

/** @throws {Malformed} */
export function readGeneralName({ tag, content, encoded }: Element): GeneralName {
  const text = (): string => textOf({ tag: TAG.ia5String, content, encoded })!;
  switch (tag) {
    case context(0):
      return { form: 'otherName', typeId: complete(new DerReader(content), readOtherNameType) };
    case contextPrimitive(1):
      return { form: 'rfc822Name', text: text() };
    case contextPrimitive(2):
      return { form: 'dNSName', text: text() };
    case context(3):
      return { form: 'x400Address' };
    case context(4):
      // A Name is a CHOICE, so its tag is explicit (X.680 31.2.7).
      return { form: 'directoryName', name: complete(new DerReader(content), (reader) => readName(reader.element())) };
    case context(5):
      return { form: 'ediPartyName' };
    case contextPrimitive(6):
      return { form: 'uniformResourceIdentifier', text: text() };
    case contextPrimitive(7):
      return { form: 'iPAddress', octets: content };
    case contextPrimitive(8):
      return { form: 'registeredID' };
    default:
      throw new Malformed('general name');
  }
}

function readOtherNameType(reader: DerReader): string {
  const typeId = oidOf(reader.expect(TAG.oid));
  reader.expect(context(0));
  return typeId;
}

/** GeneralNames ::= SEQUENCE SIZE (1..MAX), as names and not as constraints. @throws {Malformed} */
export function readGeneralNames(list: DerReader): GeneralName[] {
  const names = readNames(list);
  if (names.length === 0) throw new Malformed('empty general names');
  return names;
}

/** subjectAltName; some authorities write an empty list, which names nobody. @throws {Malformed} */
export const readAlternativeNames = (value: Bytes): GeneralName[] => readNames(readOnly(value, TAG.sequence));

function readNames(list: DerReader): GeneralName[] {
  const names = list.rest().map(readGeneralName);
  if (names.some((name) => name.form === 'iPAddress' && name.octets.length !== 4 && name.octets.length !== 16)) throw new Malformed('address');
  return names;
}
