/** Long lists of revoked certificates, by which signers of ШЭП are judged: hashed by the judging threads, and not by the thread of the desk. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPoolFileJudge } from '../../electron/adapters/judging-pool/pool-file-judge.ts';
import { connectionTrust } from '../../electron/core/connection-trust.ts';
import { createShepChannel } from '../../electron/gateways/shep/channel.ts';
import { bracedGuid, readRequest, writeResponse } from '../../electron/gateways/shep/envelope.ts';
import { openKeyFile } from '../../electron/gateways/shep/key-file.ts';
import { checkEnvelope, signEnvelope } from '../../electron/gateways/shep/ws-security.ts';
import { childText, element } from '../../electron/gateways/shep/xml.ts';
import type { DigestBeside, FileJudge } from '../../electron/ports/trust/file-judge.ts';
import { octets } from '../../electron/stand/authority/asn1.ts';
import { extension } from '../../electron/stand/authority/certificate.ts';
import { failure, success } from '../../shared/util/result.ts';
import { sealKeyFile } from '../fakes/documents/sealed-key-file.ts';
import { GOST_2015, gostAuthority, gostPrivateKey, gostPublicKey } from '../fakes/gost-authority.ts';
import { POLICY } from '../fakes/synthetic-citizen.ts';
import { stoppedClock, valueOf } from './stand/running-stand.ts';

const NOW = new Date('2026-11-22T04:00:00Z');
const clock = stoppedClock(NOW);
const [SYSTEM, SECRET, PASSWORD] = ['999940990013', 0x5e1f_2026n, 'Training1'] as const;
const UNDER_THE_BOUND = 900_000;
const OVER_THE_BOUND = 1_100_000;

const authorityWith = (listOctets: number) => gostAuthority(NOW, GOST_2015, [extension('1.2.398.99.7', octets(new Uint8Array(listOctets)))]);
const authority = authorityWith(OVER_THE_BOUND);
const keyFile = sealKeyFile({ privateKey: gostPrivateKey(GOST_2015, SECRET), certificates: [authority.issue('900101400015', gostPublicKey(GOST_2015, SECRET), SYSTEM)] }, PASSWORD);

/** Answers every message with an empty success, signed with the key that also asks. */
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const asked = readRequest(valueOf(await checkEnvelope(Buffer.concat(chunks))).body)!;
  const answer = writeResponse({
    messageId: bracedGuid(crypto.randomUUID()),
    correlationId: asked.messageId,
    responseDate: NOW.toISOString(),
    status: { code: 'SCSS001', message: '' },
    sessionId: bracedGuid(crypto.randomUUID()),
    data: element('data', [element('answer', 'yes')]),
  });
  response.writeHead(200, { 'content-type': 'text/xml' }).end(await signEnvelope(answer, 'b1', await openKeyFile(keyFile, PASSWORD)));
});
beforeAll(() => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve)));
afterAll(() => void server.close());

const away = failure({ code: 'service-unreachable', detail: null } as const);
const evidenceOf = ({ crl }: typeof authority) => ({ ocsp: async () => away, crl: async () => success(crl) });
const trust = { anchors: [Buffer.from(authority.root).toString('base64')], intermediates: [] };
const judge = createPoolFileJudge(connectionTrust({ trust }, { evidence: evidenceOf(authority), clock, policy: () => POLICY }), { size: 1 });
afterAll(() => judge.end());

/** What the channel answers, and how many octets it had hashed beside. */
async function exchanged(digest: DigestBeside, by = authority) {
  const beside: number[] = [];
  const fileJudge: FileJudge = {
    ...judge,
    digest(hash, message) {
      beside.push(message.length);
      return digest(hash, message);
    },
  };
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const shep = { url, senderId: 'desk', password: 'desk', timeoutMs: 20_000, keyFile: Buffer.from(keyFile).toString('base64'), keyPassword: PASSWORD, consent: 'access', answerSignerBin: SYSTEM } as const;
  const sent = await createShepChannel({ shep, trust }, evidenceOf(by), clock, () => POLICY, { fileJudge }).send('SERVICE', element('data', []));
  return { answer: sent.ok ? childText(sent.value, 'answer') : sent.failure.detail, beside };
}

const LONG = [expect.toSatisfy((length: number) => length > OVER_THE_BOUND)];

it('are hashed in a judging thread, whose digest it is that counts', async () => {
  expect(await exchanged(judge.digest)).toEqual({ answer: 'yes', beside: LONG });
  // Were the list hashed here too, the digest of something else would harm nobody.
  expect(await exchanged((hash, message) => judge.digest(hash, message.subarray(1)))).toEqual({ answer: 'revocation-unknown', beside: LONG });
});

it('are hashed by the desk where no thread can, as short ones always are', async () => {
  expect(await exchanged(async () => null)).toEqual({ answer: 'yes', beside: LONG });
  expect(await exchanged(judge.digest, authorityWith(UNDER_THE_BOUND))).toEqual({ answer: 'yes', beside: [] });
});
