/** Answers of ШЭП that bear a time: it must be signed, and of now, or the answer is an old one played again. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EXCLUSIVE_C14N, SOAP_11, WSSE, WSU } from '../../../electron/core/trust/xml/names.ts';
import { createShepChannel } from '../../../electron/gateways/shep/channel.ts';
import { PERSON_SERVICE } from '../../../electron/gateways/shep/person-messages.ts';
import { element } from '../../../electron/gateways/shep/xml.ts';
import { POLICY } from '../../fakes/synthetic-citizen.ts';
import { signedXml } from '../../unit/trust/xml/trial-xml.ts';
import { MINUTE, START, useStand } from './running-stand.ts';

const running = useStand();
let answer = '';
const server = createServer((request, response) => {
  request.resume().on('end', () => response.writeHead(200, { 'content-type': 'text/xml' }).end(answer));
});
beforeAll(() => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve)));
afterAll(() => void server.close());

const at = (minutes: number): string => new Date(START.getTime() + minutes * MINUTE).toISOString();

/** Signed by a key nobody here trusts: who comes past the times is refused as a stranger. */
async function answered(created: string, expires: string, over: readonly string[]): Promise<unknown> {
  const timestamp = `<wsu:Timestamp wsu:Id="t"><wsu:Created>${created}</wsu:Created><wsu:Expires>${expires}</wsu:Expires></wsu:Timestamp>`;
  const document = `<s:Envelope xmlns:s="${SOAP_11}" xmlns:wsse="${WSSE}" xmlns:wsu="${WSU}"><s:Header><wsse:Security>${timestamp}{signature}</wsse:Security></s:Header><s:Body wsu:Id="b"/></s:Envelope>`;
  answer = await signedXml({ document, references: over.map((uri) => ({ uri, transforms: [EXCLUSIVE_C14N] })) });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const connection = { ...running.connection, shep: { ...running.connection.shep, url } };
  const sent = await createShepChannel(connection, running.gateways.evidence, running.clock, () => POLICY).send(PERSON_SERVICE, element('data', []));
  return sent.ok ? 'accepted' : sent.failure.detail;
}

test.each([
  ['of now', at(-1), at(4), ['#b', '#t'], 'signer-other-bin'],
  ['as far off as clocks may be', at(4), at(-4), ['#b', '#t'], 'signer-other-bin'],
  ['whose time is over', at(-60), at(-6), ['#b', '#t'], 'not-timely'],
  ['from the future', at(6), at(60), ['#b', '#t'], 'not-timely'],
  ['whose time is not signed', at(-1), at(4), ['#b'], 'signature-malformed'],
  ['whose Body is not signed', at(-1), at(4), ['#t'], 'signature-malformed'],
])('an answer %s', async (_name, created, expires, over, detail) => {
  expect(await answered(created, expires, over)).toBe(detail);
});
