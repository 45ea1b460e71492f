/** How large an answer the workstation takes is the policy's to say, for each kind of system. */
import { expect, test } from 'vitest';
import { connectGateways } from '../../../electron/gateways/index.ts';
import type { PolicyNumberName } from '../../../shared/domain/policy.ts';
import { POLICY } from '../../fakes/synthetic-citizen.ts';
import { context, useStand } from './running-stand.ts';

const running = useStand();

test.each<[PolicyNumberName, (gateways: typeof running.gateways) => Promise<unknown>]>([
  ['documentAnswerMaxBytes', (gateways) => gateways.documents.open({ channel: 'qr', token: running.openAccess().token }, context())],
  ['registryAnswerMaxBytes', async (gateways) => {
    const { id, token } = running.openAccess();
    await running.gateways.documents.open({ channel: 'qr', token }, context());
    return gateways.persons.lookUp(running.person.iin, id, context());
  }],
  ['evidenceAnswerMaxBytes', (gateways) => gateways.evidence.crl(`${running.stand.url}/crl/issuer.crl`)],
])('%s', async (name, ask) => {
  let limit = 100;
  const gateways = connectGateways(running.connection, running.clock, () => ({ ...POLICY, numbers: { ...POLICY.numbers, [name]: limit } }));
  expect(await ask(gateways)).toMatchObject({ ok: false, failure: { code: 'answer-too-large', detail: 'over-100' } });
  limit = POLICY.numbers[name];
  expect(await ask(gateways)).toMatchObject({ ok: true });
});
