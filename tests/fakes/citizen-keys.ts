/** A citizen at the portal of a stand, from the agreement on: what the page does, without the page. The desk's word is given by the test. */
import { createHash } from 'node:crypto';
import { answerKeyQuestion } from '../../electron/citizen-keystore/answer-key-question.ts';
import type { Stand } from '../../electron/stand/index.ts';
import { AGREEMENT } from '../../electron/stand/nca/agreement.ts';
import { createIssuancePortal } from '../../electron/gateways/issuance/index.ts';
import type { CitizenKeyKind, KeyFileOut, MadeKey } from '../../shared/domain/issuance/citizen-keys.ts';
import type { CaseStage, IdentificationChannel } from '../../shared/domain/issuance/issuance-case.ts';
import type { IssuedKey, KeysView } from '../../shared/domain/issuance/portal-keys.ts';

export const GOOD_PASSWORD = 'Bereket-zhol7';
export const EMAIL = 'azamat@example.kz';
const COMMON = new Set(['qwerty', 'password']);

export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export async function citizenAtPortal(at: Stand, iin: string) {
  let stand = at;
  const portal = async () => createIssuancePortal((await stand.connection()).issuance!);
  const call = async (method: 'GET' | 'POST', path: string, body?: unknown, token?: string): Promise<Answer> => {
    const headers = { 'content-type': 'application/json', ...(token === undefined ? {} : { 'x-application-token': token }) };
    const response = await fetch(`${stand.url}/portal/v1/${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const opened = await call('POST', 'applications', { iin, language: 'kk' });
  const [id, token] = [String(opened.body['id']), String(opened.body['token'])];
  let step = 1;

  const citizen = {
    id,
    token,
    /** The same portal, started again. */
    movesTo: (started: Stand): void => void (stand = started),
    call: (method: 'GET' | 'POST', path: string, body?: unknown, as = token) => call(method, `applications/${id}/keys${path}`, body, as),
    /** The desk shows a stage, as after its journal has it. */
    async shows(stage: CaseStage): Promise<void> {
      step += 1;
      const shown = await (await portal()).showStage(id, step, stage);
      if (!shown.ok) throw new Error(shown.failure.code);
    },
    /** @returns status of the answer */
    choosesPin: async (pin: string): Promise<number> => (await call('POST', `applications/${id}/account`, { pin }, token)).status,
    view: async (): Promise<KeysView> => (await citizen.call('GET', '')).body as unknown as KeysView,
    async apply(change: Record<string, unknown> = {}): Promise<Answer> {
      return citizen.call('POST', '/apply', { agreementVersion: AGREEMENT.version, store: 'computer', email: EMAIL, remindBy: ['email', 'sms'], ...change });
    },
    async make(kinds: readonly CitizenKeyKind[] = ['GOST512'], owner?: Partial<KeysView['owner']>): Promise<readonly MadeKey[]> {
      const view = await citizen.view();
      const made = await answerKeyQuestion({ ask: 'make', kinds, owner: { ...view.owner, ...owner } }, COMMON);
      if (made.answer !== 'made') throw new Error(made.answer);
      return made.keys;
    },
    send: (keys: readonly MadeKey[]): Promise<Answer> =>
      citizen.call('POST', '/requests', { requests: keys.map(({ sealed: { kind }, request }) => ({ kind, pkcs10: base64(request) })) }),
    /** Kinds of the events the portal has told of this application. */
    async told(): Promise<string[]> {
      const events = await (await portal()).events(0, 500);
      if (!events.ok) throw new Error(events.failure.code);
      return events.value.filter(({ caseId }) => caseId === id).map(({ event }) => event.kind);
    },
    /** Fingerprints the page has sent. */
    async requested(): Promise<string[]> {
      const events = await (await portal()).events(0, 500);
      return (events.ok ? events.value : []).flatMap(({ caseId, event }) => (caseId === id && event.kind === 'requests-received' ? event.requests : []));
    },
    async certificates(): Promise<IssuedKey[]> {
      return (await citizen.call('GET', '/certificates')).body['certificates'] as IssuedKey[];
    },
    finish: (keys: readonly MadeKey[], issued: readonly IssuedKey[], password: string) =>
      answerKeyQuestion(
        {
          ask: 'finish',
          keys: issued.map(({ request, certificate }) => ({ sealed: keys.find((key) => sha256(key.request) === request)!.sealed, certificate: Buffer.from(certificate, 'base64') })),
          password,
          ownerData: [iin],
          minLength: 8,
        },
        COMMON,
      ),
    /** To the certificates, identified through this channel. */
    untilIssued: (keys: readonly MadeKey[], channel: IdentificationChannel): Promise<readonly IssuedKey[]> => citizen.decided(keys.map(({ request }) => sha256(request)), channel),
    /** The same by the fingerprints of the requests. */
    async decided(requests: readonly string[], channel: IdentificationChannel): Promise<readonly IssuedKey[]> {
      await citizen.shows({ stage: 'decision', requests: [...requests], channel });
      while (!(await citizen.told()).includes('authority-issued')) await new Promise((resolve) => setTimeout(resolve, 100));
      await citizen.shows({ stage: 'installation', certificates: [requests[0]!] });
      return citizen.certificates();
    },
    /** From the agreement to the files. */
    async straight(channel: IdentificationChannel, kinds?: readonly CitizenKeyKind[]): Promise<{ files: readonly KeyFileOut[]; issued: readonly IssuedKey[] }> {
      await citizen.shows({ stage: 'application' });
      await citizen.apply();
      await citizen.shows({ stage: 'requests' });
      const keys = await citizen.make(kinds);
      await citizen.send(keys);
      const issued = await citizen.untilIssued(keys, channel);
      const finished = await citizen.finish(keys, issued, GOOD_PASSWORD);
      if (finished.answer !== 'finished') throw new Error(finished.answer);
      return { files: finished.files, issued };
    },
    install: (issued: readonly IssuedKey[]) => citizen.call('POST', '/installed', { certificates: issued.map(({ certificate }) => sha256(Buffer.from(certificate, 'base64'))) }),
  };
  return citizen;
}
