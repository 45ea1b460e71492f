/** An authority of certificates, lists, OCSP answers and time-stamps, all of it made by OpenSSL in a folder. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withoutArmour } from '../../../electron/core/trust/asn1/armour.ts';

const CONFIGURATION = `[ca]
default_ca = authority
[authority]
database = index.txt
new_certs_dir = .
serial = serial
crlnumber = crlnumber
default_md = sha256
policy = anything
[anything]
commonName = supplied
[tsa]
default_tsa = stamps
[stamps]
serial = stamp-serial
signer_cert = tsa.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.398.3.3.2.6.4
digests = sha256
ess_cert_id_alg = sha256
`;

export type OpensslAuthority = ReturnType<typeof opensslAuthority>;

/** @param folder one for each authority. @param listUrl named in every certificate it issues */
export function opensslAuthority(folder: string, name: string, listUrl: string) {
  mkdirSync(folder);
  const at = (file: string): string => join(folder, file);
  const run = (...args: string[]): void => void execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const read = (file: string): Uint8Array => new Uint8Array(readFileSync(at(file)));

  writeFileSync(at('authority.cnf'), CONFIGURATION);
  writeFileSync(at('index.txt'), '');
  for (const file of ['serial', 'crlnumber', 'stamp-serial']) writeFileSync(at(file), '1000\n');
  const profile = ['-addext', 'keyUsage=critical,keyCertSign,cRLSign', '-addext', 'basicConstraints=critical,CA:TRUE'];
  run('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'root.key', '-out', 'root.pem', '-subj', `/CN=${name}`, '-days', '7300', ...profile);

  function issue(label: string, extensions: string, days: number): void {
    writeFileSync(at(`${label}.ext`), `${extensions}\ncrlDistributionPoints=URI:${listUrl}\n`);
    run('req', '-newkey', 'rsa:2048', '-nodes', '-keyout', `${label}.key`, '-out', `${label}.csr`, '-subj', `/CN=${label}`);
    run('ca', '-batch', '-notext', '-config', 'authority.cnf', '-cert', 'root.pem', '-keyfile', 'root.key', '-in', `${label}.csr`, '-out', `${label}.pem`, '-extfile', `${label}.ext`, '-days', String(days));
  }
  issue('signer', 'keyUsage=critical,digitalSignature,nonRepudiation\nextendedKeyUsage=emailProtection', 30);
  issue('tsa', 'keyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping', 7000);

  return {
    root: withoutArmour(read('root.pem')),
    /** CAdES-BES, attached. */
    sign(content: Uint8Array): Uint8Array {
      writeFileSync(at('content'), content);
      run('cms', '-sign', '-cades', '-binary', '-nodetach', '-in', 'content', '-signer', 'signer.pem', '-inkey', 'signer.key', '-outform', 'DER', '-out', 'signed.cms');
      return read('signed.cms');
    },
    stamp(stamped: Uint8Array): Uint8Array {
      writeFileSync(at('stamped'), stamped);
      run('ts', '-query', '-data', 'stamped', '-sha256', '-cert', '-no_nonce', '-out', 'query.tsq');
      run('ts', '-reply', '-config', 'authority.cnf', '-section', 'stamps', '-queryfile', 'query.tsq', '-token_out', '-out', 'token.der');
      return read('token.der');
    },
    revocationList(days: number): Uint8Array {
      run('ca', '-gencrl', '-config', 'authority.cnf', '-cert', 'root.pem', '-keyfile', 'root.key', '-crldays', String(days), '-out', 'list.pem');
      return withoutArmour(read('list.pem'));
    },
    ocspAnswer(label: 'signer' | 'tsa'): Uint8Array {
      run('ocsp', '-index', 'index.txt', '-CA', 'root.pem', '-rsigner', 'root.pem', '-rkey', 'root.key', '-issuer', 'root.pem', '-cert', `${label}.pem`, '-no_nonce', '-respout', 'answer.der', '-ndays', '1');
      return read('answer.der');
    },
    revoke: (label: 'signer' | 'tsa'): void => run('ca', '-revoke', `${label}.pem`, '-config', 'authority.cnf', '-cert', 'root.pem', '-keyfile', 'root.key', '-crl_reason', 'keyCompromise'),
  };
}
