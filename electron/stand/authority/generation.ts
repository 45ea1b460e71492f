/** One generation of the stand's authority, RSA or GOST: root and issuing centre, made when first asked for, and what both say of what they issued. */
import type { AuthorityKey, IssuedCertificate } from './certificate.ts';
import { publishCrl } from './crl-publisher.ts';
import { issueOcspResponder } from './end-entities.ts';
import type { OcspAuthority } from './ocsp-responder.ts';
import { once } from '../once.ts';
import { REASON, Register } from './register.ts';

export interface Generation<Key extends AuthorityKey> {
  root(): IssuedCertificate<Key>;
  issuer(): IssuedCertificate<Key>;
  /** Of what the issuing centre issued. */
  register: Register;
  ocspAuthorities(): OcspAuthority[];
  list(of: 'issuer' | 'issuer-delta' | 'root'): Uint8Array;
  /** In the root's list and answers. */
  setIssuerRevoked(revoked: boolean): void;
}

interface GenerationParts<Key extends AuthorityKey> {
  make(): { root: IssuedCertificate<Key>; issuer: IssuedCertificate<Key> };
  /** Of who answers for the root, or for the issuing centre. */
  responderKey(of: 'root' | 'issuer'): Promise<AuthorityKey>;
  now(): Date;
}

export function createGeneration<Key extends AuthorityKey>({ make, responderKey, now }: GenerationParts<Key>): Generation<Key> {
  const registers = { root: new Register(), issuer: new Register() };
  const certificates = once(() => {
    const made = make();
    registers.root.add(made.issuer);
    return made;
  });
  const responderOf = (of: 'root' | 'issuer') => once(async () => issueOcspResponder(certificates()[of], await responderKey(of), now()));
  const responders = { root: responderOf('root'), issuer: responderOf('issuer') };
  const authority = (of: 'root' | 'issuer'): OcspAuthority => ({ issuer: certificates()[of], register: registers[of], responder: responders[of] });

  return {
    root: () => certificates().root,
    issuer: () => certificates().issuer,
    register: registers.issuer,
    ocspAuthorities: () => [authority('issuer'), authority('root')],
    list(of) {
      if (of === 'root') return publishCrl(certificates().root, registers.root, now());
      return publishCrl(certificates().issuer, registers.issuer, now(), of === 'issuer' ? 'complete' : 'delta');
    },
    setIssuerRevoked(revoked) {
      const { serial } = certificates().issuer;
      if (revoked) registers.root.revoke(serial, now(), REASON.cACompromise);
      else registers.root.release(serial);
    },
  };
}
