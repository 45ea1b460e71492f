/** The whole judgement of a signed XML document: every signature through every layer, and exactly the octets that are signed. */
import { answerSigner, type SignerAnswer, withoutSigner } from '../answer/answer-signer.ts';
import type { Bytes } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import { combineSigners, refusal } from '../answer/combine-signers.ts';
import { failed } from '../answer/layers.ts';
import type { SignatureAnswer } from '../answer/signature-answer.ts';
import { type Judging, type SignerDemand, type TrustContext, UNDECIDED } from '../answer/trust-context.ts';
import { gatherEvidence } from '../answer/used-evidence.ts';
import { checkSignatures, type SignatureCheck } from './check-signatures.ts';
import { readXml } from './syntax/read-xml.ts';
import type { Extent } from './verify-references.ts';
import { isEnvelope, openEnvelope } from './wsse/open-envelope.ts';
import { claimedTimeOf, signatureTimeStamps, unsignedPropertiesOf, valuesIn } from './xades.ts';
import { xadesArchiveStamps } from './xades-archive.ts';
import type { XmlDocument } from './syntax/xml-tree.ts';

export interface XmlQuestion extends SignerDemand {
  /** UTF-8. */
  xml: Uint8Array;
}

export interface SignedElement {
  /** Which signature of the document it is of, counted from 0 in the order of the document. */
  signature: number;
  /** Empty for the whole document, else `#` and the identifier of the element. */
  uri: string;
  /** `object` is content inside its signature; `part` leaves the rest of the document unsigned. */
  extent: Extent;
  /** Exactly what the signature covers, as canonical XML: to be read instead of the document. */
  octets: Uint8Array;
}

export interface XmlAnswer extends SignatureAnswer {
  /** What the intact signatures cover. */
  signed: SignedElement[];
}

export async function verifyXml(question: XmlQuestion, context: TrustContext): Promise<XmlAnswer> {
  const gatherer = gatherEvidence(context.now);
  const trust: Judging = { ...context, gatherer };
  try {
    const document = readXml(question.xml);
    const { checks, content } = await checksOf(document, trust);
    if (checks.length === 0) return { ...refusal(failed('signature-missing')), signed: [] };
    const answers: SignerAnswer[] = [];
    for (const check of checks) answers.push(await answerCheck(check, document, question, trust));
    const signed = checks.flatMap((check, index) => (isIntact(answers[index]!) ? signedBy(check, index) : []));
    return { ...combineSigners(answers, content, question.evidence ?? gatherer.gathered()), signed };
  } catch (error) {
    if (error instanceof Malformed) return { ...refusal(failed('signature-malformed', error.message)), signed: [] };
    throw error;
  }
}

interface Checked {
  checks: SignatureCheck[];
  /** The one thing that everybody signed; null where there is none. */
  content: Bytes | null;
}

/** In an envelope the rules of WS-Security say what must be signed, and where the signature stands; its content is the Body. */
async function checksOf(document: XmlDocument, { store }: Judging): Promise<Checked> {
  const about = { known: store.intermediates, madeBy: UNDECIDED };
  if (!isEnvelope(document)) {
    const checks = await checkSignatures(document, about);
    return { checks, content: commonContent(checks) };
  }
  const opened = await openEnvelope(document, about);
  return opened.is === 'unsigned' ? { checks: [], content: null } : { checks: [opened.check], content: opened.body?.octets ?? null };
}

async function answerCheck(check: SignatureCheck, document: XmlDocument, demand: SignerDemand, trust: Judging): Promise<SignerAnswer> {
  if (check.is === 'broken') return withoutSigner(check.finding);
  const { finding, signature, certificate, embedded, legacy, digested } = check;
  const signer = {
    certificate,
    embedded,
    legacy,
    values: valuesIn(unsignedPropertiesOf(signature)),
    stamps: signatureTimeStamps(signature, document),
    archive: xadesArchiveStamps({ document, signature, digested, embedded }),
    claimedAt: claimedTimeOf(signature),
  };
  return answerSigner(finding, signer, demand, trust);
}

/** Its algorithms count too: a signature that anybody could have made by now covers nothing. */
const isIntact = ({ findings: { integrity } }: SignerAnswer): boolean => integrity?.outcome === 'passed' || integrity?.outcome === 'attention';

const signedBy = (check: SignatureCheck, signature: number): SignedElement[] =>
  check.is === 'broken' ? [] : check.parts.map(({ uri, extent, octets }) => ({ signature, uri, extent, octets }));

/** Of signers over one whole document the least they signed, which is in what all others signed. */
function commonContent(checks: readonly SignatureCheck[]): Bytes | null {
  const parts = checks.flatMap((check) => (check.is === 'intact' ? check.parts : []));
  const whole = checks.map((check) => (check.is === 'intact' ? check.parts.find(({ extent }) => extent === 'document') : undefined));
  const documents = whole.filter((part) => part !== undefined).map(({ octets }) => octets);
  if (documents.length > 0 && documents.length === checks.length) return documents.reduce((least, octets) => (octets.length < least.length ? octets : least));
  return parts.length === 1 ? parts[0]!.octets : null;
}
