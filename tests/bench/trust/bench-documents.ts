/** Whole CMS documents with their chains: signature, signer, path and revocation, beside a thin layer, pkijs and the openssl command. */
import { verify, X509Certificate } from 'node:crypto';
import { fromBER } from 'asn1js';
import { Certificate as PkiCertificate, ContentInfo, SignedData } from 'pkijs';
import { readSignedData } from '../../../electron/core/trust/cms/read-signed-data.ts';
import { verifySignature } from '../../../electron/core/trust/cms/verify-signature.ts';
import { readCertificate } from '../../../electron/core/trust/x509/certificate.ts';
import { measure } from './measure.ts';
import type { OpenSsl } from './openssl.ts';
import { inMs, type Row } from './rows.ts';

/** Signers the product has not seen before, each asked about once, so that the memory of verified certificates does not help. */
const SIGNERS = 40;
const CONTENT_OCTETS = 10 * 1024;

const ALGORITHMS = [
  { name: 'RSA-2048', key: ['-newkey', 'rsa:2048'] },
  { name: 'ECDSA P-256', key: ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'] },
] as const;

interface Material {
  root: Uint8Array<ArrayBuffer>;
  messages: Uint8Array<ArrayBuffer>[];
}

/** Root, issuer, and messages with both certificates inside. */
function makeMaterial(openssl: OpenSsl, key: readonly string[]): Material {
  openssl.write('content', new Uint8Array(CONTENT_OCTETS).fill(65));
  openssl.write('ca.ext', 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n');
  openssl.write('leaf.ext', 'keyUsage=critical,digitalSignature,nonRepudiation\nextendedKeyUsage=emailProtection\n');
  openssl.run('req', '-x509', ...key, '-nodes', '-keyout', 'root.key', '-out', 'root.pem', '-subj', '/CN=bench root', '-days', '30');
  const issue = (name: string, by: string, extensions: string): void => {
    openssl.run('req', ...key, '-nodes', '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=bench ${name}`);
    openssl.run('x509', '-req', '-in', `${name}.csr`, '-CA', `${by}.pem`, '-CAkey', `${by}.key`, '-CAcreateserial', '-days', '20', '-extfile', extensions, '-out', `${name}.pem`);
  };
  issue('issuer', 'root', 'ca.ext');
  const messages = Array.from({ length: SIGNERS }, (_, i) => {
    issue('leaf', 'issuer', 'leaf.ext');
    openssl.run('cms', '-sign', '-binary', '-nodetach', '-cades', '-in', 'content', '-signer', 'leaf.pem', '-inkey', 'leaf.key', '-certfile', 'issuer.pem', '-outform', 'DER', '-out', `${i}.cms`);
    return openssl.read(`${i}.cms`);
  });
  openssl.run('x509', '-in', 'root.pem', '-outform', 'DER', '-out', 'root.der');
  return { root: openssl.read('root.der'), messages };
}

export async function benchDocuments(openssl: OpenSsl): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { name, key } of ALGORITHMS) {
    const { root, messages } = makeMaterial(openssl, key);
    const now = new Date();
    const world = {
      store: { anchors: [readCertificate(root)], intermediates: [] },
      revocation: { statusOf: async () => ({ state: 'good', asOf: now }) as const },
      now,
    };
    const product = async (signature: Uint8Array): Promise<void> => {
      const { state } = await verifySignature({ signature }, world);
      if (state !== 'good') throw new Error(`a good message was called ${state}`);
    };
    const known = await measure({
      'product': () => product(messages[0]!),
      'node:crypto': () => thinLayer(messages[0]!, root),
      'pkijs': () => byPkijs(messages[0]!, root),
    });
    // Only now, when the compilers know all three: the first documents of a process would tell how warm they are and not what a document costs.
    const [forProduct, forPkijs] = [messages.values().drop(1), messages.values().drop(1)];
    const fresh = await measure({ product: () => product(forProduct.next().value!), pkijs: () => byPkijs(forPkijs.next().value!, root) }, { rounds: SIGNERS - 2, most: 1 });
    const process = await measure({ openssl: () => openssl.run('cms', '-verify', '-binary', '-inform', 'DER', '-CAfile', 'root.pem', '-purpose', 'any', '-in', '0.cms', '-out', 'verified') }, { rounds: 5, most: 1 });
    rows.push({ name: `CMS ${name}, chain of 3, new signer`, unit: 'ms', product: inMs(fresh.product), pkijs: inMs(fresh.pkijs), openssl: inMs(process.openssl) });
    rows.push({ name: `CMS ${name}, chain of 3, known signer`, unit: 'ms', 'product': inMs(known.product), 'node:crypto': inMs(known['node:crypto']) });
  }
  return rows;
}

/** The least that can be called a verification: two signatures of the chain and the one of the message, no rule. */
function thinLayer(message: Uint8Array, root: Uint8Array): void {
  const data = readSignedData(message);
  const certificates = data.certificates.map((encoded) => new X509Certificate(encoded));
  const leaf = certificates.find((each) => !each.ca)!;
  const issuer = certificates.find((each) => each.ca)!;
  const [signer] = data.signers;
  const good =
    verify('sha256', signer!.signedAttributesEncoded!, leaf.publicKey, signer!.signature) &&
    leaf.verify(issuer.publicKey) &&
    issuer.verify(new X509Certificate(root).publicKey);
  if (!good) throw new Error('the thin layer disagrees');
}

async function byPkijs(message: Uint8Array<ArrayBuffer>, root: Uint8Array<ArrayBuffer>): Promise<void> {
  const signed = new SignedData({ schema: new ContentInfo({ schema: fromBER(message).result }).content });
  const trustedCerts = [new PkiCertificate({ schema: fromBER(root).result })];
  if (!(await signed.verify({ signer: 0, checkChain: true, trustedCerts, checkDate: new Date() }))) throw new Error('pkijs disagrees');
}
