/** The stand's certificate authority: root → issuing centre → signing certificates, with OCSP, CRLs and time-stamps, for one seed. */
import { join } from 'node:path';
import { success } from '../../../shared/util/result.ts';
import type { Authority, AuthorityOptions, CrlName } from './authority.ts';
import type { IssuedCertificate } from './certificate.ts';
import {
  issueEmployee,
  issueSystem,
  issueTimeStampAuthority,
  type IssuingCentre,
  type Validity,
  validityAround,
} from './end-entities.ts';
import { createGeneration } from './generation.ts';
import { createGostHierarchy } from './gost-hierarchy.ts';
import { createHierarchy, hierarchyKeys } from './hierarchy.ts';
import { type GostKey, makeGostKey, signByGost } from './gost-key.ts';
import { issueEarlier, issueGostSystem, issueOnRequest } from './issue-on-request.ts';
import { makeKeyFile } from './key-file.ts';
import { createKeyRing } from './key-ring.ts';
import { once } from '../once.ts';
import { openPeopleRegister } from './people-register.ts';
import { respondOcsp } from './ocsp-responder.ts';
import { REASON } from './register.ts';
import { seededBytes } from './seeded-bytes.ts';
import { signDocument } from './sign-document.ts';
import { createStateBodies } from './state-bodies.ts';
import { respondTsp, sha256Imprint, stamp, type TimeStampInput } from './time-stamp-authority.ts';

/** Signs where the owner body should have. */
const FOREIGN_BODY = { bin: '990140009995', organisation: 'ТЕКСЕР ОҚУ БӨТЕН ҰЙЫМ (TEST)' };

/** `baseUrl` is first asked when the issuing certificate is, so the stand may learn its port after this. */
export async function createAuthority(options: AuthorityOptions): Promise<Authority> {
  const { now } = options;
  const keys = createKeyRing(options.seed, options.keyDirectory);
  const genuineKeys = await hierarchyKeys(keys, 'genuine');
  const rsa = createGeneration({
    make: () => createHierarchy(genuineKeys, options.baseUrl()),
    responderKey: (of) => keys.key(`${of}-ocsp`),
    now,
  });
  const gostKey = (label: string): GostKey => makeGostKey(seededBytes(options.seed, label));
  const gost = createGeneration({
    make: () => createGostHierarchy(options.seed, options.baseUrl()),
    responderKey: async () => gostKey('gost-ocsp'),
    now,
  });
  const people = openPeopleRegister(
    { gost: gost.register, rsa: rsa.register },
    options.keyDirectory === null ? null : join(options.keyDirectory, 'certificates.jsonl'),
  );

  const centre = (): IssuingCentre => ({ certificate: rsa.issuer(), baseUrl: options.baseUrl() });
  const bodies = createStateBodies({ keys, centre, register: rsa.register, now });
  const timeStampSigner = async (label: string, validity: Validity): Promise<IssuedCertificate> =>
    rsa.register.add(issueTimeStampAuthority(centre(), await keys.key(label), validity));
  const timeStampSigners = {
    current: once(() => timeStampSigner('time-stamp', validityAround(now(), 90, 1000))),
    expired: once(() => timeStampSigner('time-stamp-expired', validityAround(now(), 1200, -30))),
  };
  const lists: Readonly<Record<CrlName, () => Uint8Array>> = {
    'issuer': () => rsa.list('issuer'),
    'issuer-delta': () => rsa.list('issuer-delta'),
    'root': () => rsa.list('root'),
    'gost-issuer': () => gost.list('issuer'),
    'gost-issuer-delta': () => gost.list('issuer-delta'),
    'gost-root': () => gost.list('root'),
  };
  const centres = () => ({ gost: gost.issuer(), rsa: rsa.issuer(), baseUrl: options.baseUrl(), now: now() });
  const forgedSigner = once(async () => {
    const forged = createHierarchy(await hierarchyKeys(keys, 'look-alike'), options.baseUrl());
    return { certificate: forged.issuer, baseUrl: options.baseUrl() };
  });

  let stamps = 0;
  async function stampWith(certificate: 'current' | 'expired', asked: Pick<TimeStampInput, 'imprint' | 'nonce'>): Promise<Uint8Array> {
    stamps += 1;
    // Serials of tokens are unique for the authority (RFC 3161 2.4.2): the second of start and a count.
    const serial = Math.floor(now().getTime() / 1000) * 1000 + (stamps % 1000);
    return stamp({ signer: await timeStampSigners[certificate](), ...asked, serial, at: now() });
  }

  async function signerFor(body: { bin: string; organisation: string }, fault: string): Promise<IssuedCertificate> {
    if (fault === 'foreign-signer') return bodies.signerOf(FOREIGN_BODY);
    if (fault !== 'untrusted-chain') return bodies.signerOf(body);
    const key = await keys.key('look-alike-state-body');
    return issueSystem(await forgedSigner(), { ...body, systemOid: '1.2.398.3.99.1.1' }, key, validityAround(now(), 60, 305));
  }

  return {
    get root() {
      return rsa.root().der;
    },
    get issuer() {
      return rsa.issuer().der;
    },
    get gostRoot() {
      return gost.root().der;
    },
    get gostIssuer() {
      return gost.issuer().der;
    },
    async issueOnRequest(request, grant) {
      const issued = await issueOnRequest(request, grant, centres());
      if (!issued.ok) return issued;
      const { kind, certificate } = issued.value;
      return success(people.add(kind, certificate).der);
    },
    issueEarlier: (holder) => people.add('gost', issueEarlier(holder, gostKey(`earlier-${holder.iin}`), centres())).der,
    revoke: (serialHex, reason) => people.revoke(serialHex, now(), REASON[reason]),
    isGood: people.isGood,
    async signDocument({ bin, organisation, content, fault = 'none' }) {
      return signDocument({
        signer: await signerFor({ bin, organisation }, fault),
        content,
        fault,
        at: now(),
        stamp: (hash, certificate) => stampWith(certificate, { imprint: sha256Imprint(hash), nonce: null }),
      });
    },
    async issueEmployeeKey({ password, validity = 'current', ...person }) {
      const days = validity === 'current' ? validityAround(now(), 30, 335) : validityAround(now(), 400, -35);
      const key = await keys.key(`employee-${person.bin}-${person.iin}-${validity}`);
      return makeKeyFile(rsa.register.add(issueEmployee(centre(), person, key, days)), password);
    },
    async issueSystemKey({ password, ...system }) {
      const key = await keys.key(`system-${system.bin}-${system.systemOid}`);
      return makeKeyFile(rsa.register.add(issueSystem(centre(), system, key, validityAround(now(), 60, 305))), password);
    },
    issueGostSystem(system) {
      const key = gostKey(`system-${system.bin}-${system.systemOid}`);
      const { der } = gost.register.add(issueGostSystem(system, key, centres()));
      return { certificate: der, sign: (message) => signByGost(key, message) };
    },
    respondOcsp: (request) => respondOcsp(request, [...rsa.ocspAuthorities(), ...gost.ocspAuthorities()], now()),
    respondTsp: (request) => respondTsp(request, (asked) => stampWith('current', asked)),
    crl: async (of) => lists[of](),
    revokeStateBody: (bin) => bodies.revoke(bin),
    setIssuerRevoked(revoked) {
      rsa.setIssuerRevoked(revoked);
      gost.setIssuerRevoked(revoked);
    },
    restoreStateBody: (bin) => bodies.restore(bin),
  };
}
