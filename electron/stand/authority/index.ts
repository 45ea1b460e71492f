/** The stand's certificate authority: root → issuing centre → signing certificates, with OCSP, CRLs and time-stamps, for one seed. */
import { join } from 'node:path';
import { success } from '../../../shared/util/result.ts';
import type { Authority, AuthorityOptions, CrlName } from './authority.ts';
import type { IssuedCertificate, Signer } from './certificate.ts';
import { publishCrl } from './crl-publisher.ts';
import {
  issueEmployee,
  issueOcspResponder,
  issueSystem,
  issueTimeStampAuthority,
  type IssuingCentre,
  type Validity,
  validityAround,
} from './end-entities.ts';
import { createGostHierarchy, type GostHierarchy } from './gost-hierarchy.ts';
import { createHierarchy, type Hierarchy, hierarchyKeys } from './hierarchy.ts';
import { makeGostKey, signByGost } from './gost-key.ts';
import { issueEarlier, issueGostSystem, issueOnRequest } from './issue-on-request.ts';
import { makeKeyFile } from './key-file.ts';
import { createKeyRing } from './key-ring.ts';
import { once } from './once.ts';
import { openPeopleRegister } from './people-register.ts';
import { respondOcsp } from './ocsp-responder.ts';
import { REASON, Register } from './register.ts';
import { seededBytes } from './seeded-bytes.ts';
import { signDocument } from './sign-document.ts';
import { createStateBodies } from './state-bodies.ts';
import { respondTsp, sha256Imprint, stamp, type TimeStampInput } from './time-stamp-authority.ts';

export { type CertificationRequest, readRequest } from './certification-request.ts';
export type { Authority, AuthorityOptions, CrlName, KeyFile, RequestRefusal, RevocationReason, SignatureFault } from './authority.ts';

/** Signs where the owner body should have. */
const FOREIGN_BODY = { bin: '990140009995', organisation: 'ТЕКСЕР ОҚУ БӨТЕН ҰЙЫМ (TEST)' };

/** `baseUrl` is first asked when the issuing certificate is, so the stand may learn its port after this. */
export async function createAuthority(options: AuthorityOptions): Promise<Authority> {
  const { now } = options;
  const keys = createKeyRing(options.seed, options.keyDirectory);
  const genuineKeys = await hierarchyKeys(keys, 'genuine');
  const byRoot = new Register();
  const byIssuer = new Register();
  const byGostRoot = new Register();
  const byGostIssuer = new Register();
  const people = openPeopleRegister({ gost: byGostIssuer, rsa: byIssuer }, options.keyDirectory === null ? null : join(options.keyDirectory, 'certificates.jsonl'));

  const hierarchy = once((): Hierarchy => {
    const made = createHierarchy(genuineKeys, options.baseUrl());
    byRoot.add(made.issuer);
    return made;
  });
  const centre = (): IssuingCentre => ({ certificate: hierarchy().issuer, baseUrl: options.baseUrl() });
  const bodies = createStateBodies({ keys, centre, register: byIssuer, now });
  const timeStampSigner = async (label: string, validity: Validity): Promise<IssuedCertificate> =>
    byIssuer.add(issueTimeStampAuthority(centre(), await keys.key(label), validity));
  const timeStampSigners = {
    current: once(() => timeStampSigner('time-stamp', validityAround(now(), 90, 1000))),
    expired: once(() => timeStampSigner('time-stamp-expired', validityAround(now(), 1200, -30))),
  };
  const authorities = [
    {
      issuer: (): IssuedCertificate => hierarchy().issuer,
      register: byIssuer,
      responder: once(async () => issueOcspResponder(hierarchy().issuer, await keys.key('issuer-ocsp'), now())),
    },
    {
      issuer: (): IssuedCertificate => hierarchy().root,
      register: byRoot,
      responder: once(async () => issueOcspResponder(hierarchy().root, await keys.key('root-ocsp'), now())),
    },
  ];
  const gost = once((): GostHierarchy => {
    const made = createGostHierarchy(options.seed, options.baseUrl());
    byGostRoot.add(made.issuer);
    return made;
  });
  const gostAuthorities = [
    {
      issuer: (): Signer => gost().issuer,
      register: byGostIssuer,
      responder: once(async () => issueOcspResponder(gost().issuer, gost().responderKey, now())),
    },
    {
      issuer: (): Signer => gost().root,
      register: byGostRoot,
      responder: once(async () => issueOcspResponder(gost().root, gost().responderKey, now())),
    },
  ];
  const lists: Readonly<Record<CrlName, () => Uint8Array>> = {
    'issuer': () => publishCrl(hierarchy().issuer, byIssuer, now()),
    'issuer-delta': () => publishCrl(hierarchy().issuer, byIssuer, now(), 'delta'),
    'root': () => publishCrl(hierarchy().root, byRoot, now()),
    'gost-issuer': () => publishCrl(gost().issuer, byGostIssuer, now()),
    'gost-issuer-delta': () => publishCrl(gost().issuer, byGostIssuer, now(), 'delta'),
    'gost-root': () => publishCrl(gost().root, byGostRoot, now()),
  };
  const centres = () => ({ gost: gost().issuer, rsa: hierarchy().issuer, baseUrl: options.baseUrl(), now: now() });
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
      return hierarchy().root.der;
    },
    get issuer() {
      return hierarchy().issuer.der;
    },
    get gostRoot() {
      return gost().root.der;
    },
    get gostIssuer() {
      return gost().issuer.der;
    },
    async issueOnRequest(request, grant) {
      const issued = await issueOnRequest(request, grant, centres());
      if (!issued.ok) return issued;
      const { kind, certificate } = issued.value;
      return success(people.add(kind, certificate).der);
    },
    issueEarlier: (holder) => people.add('gost', issueEarlier(holder, makeGostKey(seededBytes(options.seed, `earlier-${holder.iin}`)), centres())).der,
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
      return makeKeyFile(byIssuer.add(issueEmployee(centre(), person, key, days)), password);
    },
    async issueSystemKey({ password, ...system }) {
      const key = await keys.key(`system-${system.bin}-${system.systemOid}`);
      return makeKeyFile(byIssuer.add(issueSystem(centre(), system, key, validityAround(now(), 60, 305))), password);
    },
    issueGostSystem(system) {
      const key = makeGostKey(seededBytes(options.seed, `system-${system.bin}-${system.systemOid}`));
      const { der } = byGostIssuer.add(issueGostSystem(system, key, centres()));
      return { certificate: der, sign: (message) => signByGost(key, message) };
    },
    respondOcsp: (request) =>
      respondOcsp(
        request,
        [...authorities, ...gostAuthorities].map((each) => ({ ...each, issuer: each.issuer() })),
        now(),
      ),
    respondTsp: (request) => respondTsp(request, (asked) => stampWith('current', asked)),
    crl: async (of) => lists[of](),
    revokeStateBody: (bin) => bodies.revoke(bin),
    setIssuerRevoked(revoked) {
      for (const [register, { serial }] of [[byRoot, hierarchy().issuer], [byGostRoot, gost().issuer]] as const) {
        if (revoked) register.revoke(serial, now(), REASON.cACompromise);
        else register.release(serial);
      }
    },
    restoreStateBody: (bin) => bodies.restore(bin),
  };
}
