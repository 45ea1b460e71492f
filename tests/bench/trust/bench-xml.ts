/** Signed XML beside xml-crypto, which reads and believes the same documents: signature alone, large documents, and the whole judgement. */
import { createPublicKey } from 'node:crypto';
import { SignedXml } from 'xml-crypto';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import { createPoolFileJudge } from '../../../electron/adapters/judging-pool/pool-file-judge.ts';
import { checkSignatures } from '../../../electron/core/trust/xml/check-signatures.ts';
import { readXml } from '../../../electron/core/trust/xml/syntax/read-xml.ts';
import { failure } from '../../../shared/util/result.ts';
import { root, signer } from '../../unit/trust/trial/trial-judgement.ts';
import { judgedXml, signedXml } from '../../unit/trust/xml/trial-xml.ts';
import { measure } from './measure.ts';
import { inMs, type Row } from './rows.ts';

const LINE = '<line xmlns:n="urn:note" n:kind="қосымша" amount="100">Қазақстан &amp; Республикасы</line>';
const SIZES = [
  ['1 KB', 4],
  ['1 MB', 9_500],
] as const;
const LARGE_LINES = 105_000;

export async function benchXml(): Promise<Row[]> {
  const publicCert = createPublicKey(signer.key.privateKey).export({ type: 'spki', format: 'pem' });
  const rows: Row[] = [];
  for (const [size, lines] of SIZES) {
    const text = await signedXml({ document: `<order>${LINE.repeat(lines)}{signature}</order>` });
    const octets = new TextEncoder().encode(text);
    const signature = /<ds:Signature .*<\/ds:Signature>/s.exec(text)![0];
    const alone = await measure({
      'product': async () => {
        const [check] = await checkSignatures(readXml(octets), { known: [], madeBy: null });
        if (check?.is !== 'intact') throw new Error('a good document was called broken');
      },
      'xml-crypto': () => {
        const checker = new SignedXml({ publicCert, getCertFromKeyInfo: () => null });
        checker.loadSignature(signature);
        if (!checker.checkSignature(text)) throw new Error('xml-crypto disagrees');
      },
    });
    rows.push({ name: `XML RSA-2048, ${size}, signature`, unit: 'ms', 'product': inMs(alone.product), 'xml-crypto': inMs(alone['xml-crypto']) });
    const whole = await measure({
      product: async () => {
        if ((await judgedXml(octets)).state !== 'good') throw new Error('a good document was called bad');
      },
    });
    rows.push({ name: `XML RSA-2048, ${size}, with its chain`, unit: 'ms', product: inMs(whole.product) });
  }
  rows.push(await besideTheDesk());
  return rows;
}

/** Processor time of the thread that asks, while another judges: what the window feels of the largest files. */
async function besideTheDesk(): Promise<Row> {
  const text = await signedXml({ document: `<order>${LINE}{signature}</order>` });
  const large = new TextEncoder().encode(text.replace(LINE, LINE.repeat(LARGE_LINES)));
  const away = failure({ code: 'service-unreachable', detail: null } as const);
  const judge = createPoolFileJudge({ anchors: [root.der], intermediates: [], evidence: { ocsp: async () => away, crl: async () => away }, clock: systemClock });
  try {
    await judge.judge({ file: large });
    const from = process.threadCpuUsage();
    await judge.judge({ file: large });
    const { user, system } = process.threadCpuUsage(from);
    return { name: `XML, ${Math.round(large.length / 1e6)} MB judged beside: time of this thread`, unit: 'ms', product: inMs(user + system) };
  } finally {
    await judge.end();
  }
}
