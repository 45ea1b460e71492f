/** What authorities allow those below them to be called: each form of name inside and outside its constraint. */
import { describe, expect, it } from 'vitest';
import { type Asn1, explicit, implicitOctets, seq, utf8 } from '../../../../electron/stand/authority/asn1.ts';
import { extension, type IssuedCertificate, nameDer } from '../../../../electron/stand/authority/certificate.ts';
import { buildPath } from '../../../../electron/core/trust/path/build-path.ts';
import { SIGNING_PURPOSES } from '../../../../electron/core/trust/answer/signer-rules.ts';
import { AUTHORITY, issue, named, NOW, parsed, SIGNER } from '../trial/trial-authority.ts';
import { alternativeNames, directory, dns, ip, mail, namesLimited, otherName, uri } from '../trial/trial-extensions.ts';

async function verdict(leaf: IssuedCertificate, root: IssuedCertificate, ...intermediates: IssuedCertificate[]): Promise<string> {
  const store = { anchors: [parsed(root)], intermediates: intermediates.map(parsed) };
  const answer = await buildPath(parsed(leaf), store, { at: NOW, purposes: SIGNING_PURPOSES });
  return answer.state === 'faulty' ? answer.fault.code : answer.state;
}

/** root → issuer (constrained) → leaf (named). */
async function under(limits: Asn1, leafNames: Asn1[], subject = named('leaf')): Promise<string> {
  const root = await issue('root', null);
  const issuer = await issue('issuer', root, { extensions: [...AUTHORITY, limits] });
  const extensions = leafNames.length === 0 ? SIGNER : [...SIGNER, alternativeNames(...leafNames)];
  return verdict(await issue('leaf', issuer, { subject, extensions }), root, issuer);
}

const MAILBOX = '1.3.6.1.5.5.7.8.9';
const v6 = (...beginning: number[]): number[] => [...beginning, ...Array<number>(16 - beginning.length).fill(0)];
const NETWORK_V6 = ip(...v6(0x20, 0x01), ...v6(0xff, 0xff));
/** Forms nobody has rules for (RFC 5280 4.2.1.10). */
const x400 = explicit(3, seq());
const ediParty = explicit(5, explicit(1, utf8('?')));
const registered = implicitOctets(8, Uint8Array.of(0x2a, 0x03));
const countryOnly = (country: string): Uint8Array => nameDer([['country', country]]);
const inCountry = (country: string, commonName: string): Uint8Array => nameDer([['country', country], ['commonName', commonName]]);

describe('a permitted name', () => {
  it.each([
    ['host', [dns('egov.test')], [dns('egov.test')], 'trusted'],
    ['host below', [dns('egov.test')], [dns('a.b.egov.test')], 'trusted'],
    ['host of another case', [dns('EGOV.test')], [dns('a.egov.TEST')], 'trusted'],
    ['wildcard below', [dns('egov.test')], [dns('*.egov.test')], 'trusted'],
    ['host that only ends alike', [dns('egov.test')], [dns('notegov.test')], 'chain-broken-rule'],
    ['wildcard above', [dns('a.egov.test')], [dns('*.egov.test')], 'chain-broken-rule'],
    ['host with a trailing period', [dns('egov.test')], [dns('egov.test.')], 'chain-broken-rule'],
    ['host under a constraint with a leading period', [dns('.egov.test')], [dns('a.egov.test')], 'chain-broken-rule'],
    ['second host outside', [dns('egov.test')], [dns('egov.test'), dns('other.test')], 'chain-broken-rule'],
    ['name of another form', [dns('egov.test')], [mail('a@other.test')], 'trusted'],
    ['mailbox', [mail('a@egov.test')], [mail('a@EGOV.test')], 'trusted'],
    ['mailbox of another case', [mail('a@egov.test')], [mail('A@egov.test')], 'chain-broken-rule'],
    ['mailbox at the host', [mail('egov.test')], [mail('b@egov.test')], 'trusted'],
    ['mailbox below the host', [mail('egov.test')], [mail('b@x.egov.test')], 'chain-broken-rule'],
    ['mailbox below the domain', [mail('.egov.test')], [mail('b@x.egov.test')], 'trusted'],
    ['another mailbox', [mail('a@egov.test')], [mail('b@egov.test')], 'chain-broken-rule'],
    ['mailbox at another host', [mail('egov.test')], [mail('b@other.test')], 'chain-broken-rule'],
    ['mailbox of two at signs', [mail('egov.test')], [mail('b@other.test@egov.test')], 'chain-broken-rule'],
    ['mailbox in UTF-8', [mail('egov.test')], [otherName(MAILBOX)], 'chain-broken-rule'],
    ['address of a page', [uri('egov.test')], [uri('https://user@egov.test:8443/x')], 'trusted'],
    ['address of another page', [uri('egov.test')], [uri('https://other.test/')], 'chain-broken-rule'],
    ['address below', [uri('egov.test')], [uri('https://x.egov.test/')], 'chain-broken-rule'],
    ['address below the domain', [uri('.egov.test')], [uri('https://x.egov.test')], 'trusted'],
    ['address by number', [uri('egov.test')], [uri('https://10.0.0.1/')], 'chain-broken-rule'],
    ['address without a host', [uri('egov.test')], [uri('urn:egov.test')], 'chain-broken-rule'],
    ['address that hides its host', [uri('egov.test')], [uri('https://other.test/@egov.test')], 'chain-broken-rule'],
    ['IPv4', [ip(10, 1, 0, 0, 255, 255, 0, 0)], [ip(10, 1, 2, 3)], 'trusted'],
    ['IPv4 outside', [ip(10, 1, 0, 0, 255, 255, 0, 0)], [ip(10, 2, 2, 3)], 'chain-broken-rule'],
    ['IPv4 under a mask with a hole', [ip(10, 1, 0, 0, 255, 0, 255, 0)], [ip(10, 1, 0, 3)], 'chain-broken-rule'],
    ['IPv6 where only IPv4 is permitted', [ip(10, 1, 0, 0, 255, 255, 0, 0)], [ip(...Array<number>(16).fill(1))], 'chain-broken-rule'],
    ['IPv6', [NETWORK_V6], [ip(...v6(0x20, 0x01, 7))], 'trusted'],
    ['IPv6 outside', [NETWORK_V6], [ip(...v6(0x20, 0x02, 7))], 'chain-broken-rule'],
    ['X.400 address under its own form', [x400], [x400], 'chain-broken-rule'],
    ['X.400 address under another form', [dns('egov.test')], [x400], 'trusted'],
    ['EDI party under its own form', [ediParty], [ediParty], 'chain-broken-rule'],
    ['EDI party under another form', [dns('egov.test')], [ediParty], 'trusted'],
    ['registered identifier under its own form', [registered], [registered], 'chain-broken-rule'],
    ['registered identifier under another form', [dns('egov.test')], [registered], 'trusted'],
    ['name nobody knows under its own form', [otherName('1.2.398.99.1')], [otherName('1.2.398.99.2')], 'chain-broken-rule'],
    ['name nobody knows under another form', [dns('egov.test')], [otherName('1.2.398.99.2')], 'trusted'],
  ])('%s', async (_, permitted, names, expected) => {
    expect(await under(namesLimited({ permitted }), names)).toBe(expected);
  });

  it('subject within a directory, and one outside', async () => {
    const limits = namesLimited({ permitted: [directory(countryOnly('KZ'))] });
    expect(await under(limits, [], inCountry('KZ', 'leaf'))).toBe('trusted');
    expect(await under(limits, [], inCountry('KG', 'leaf'))).toBe('chain-broken-rule');
    expect(await under(limits, [], countryOnly('KZ'))).toBe('trusted');
    expect(await under(limits, [directory(inCountry('KG', 'leaf'))], inCountry('KZ', 'leaf'))).toBe('chain-broken-rule');
  });
});

describe('an excluded name', () => {
  it.each([
    ['host below', [dns('bad.test')], [dns('a.bad.test')], 'chain-broken-rule'],
    ['another host', [dns('bad.test')], [dns('good.test')], 'trusted'],
    ['wildcard that would match it', [dns('a.bad.test')], [dns('*.bad.test')], 'chain-broken-rule'],
    ['mailbox of another case', [mail('a@bad.test')], [mail('A@bad.test')], 'chain-broken-rule'],
    ['another mailbox', [mail('a@bad.test')], [mail('b@bad.test')], 'trusted'],
    ['mailbox at the host', [mail('bad.test')], [mail('b@bad.test')], 'chain-broken-rule'],
    ['mailbox at another host', [mail('bad.test')], [mail('b@good.test')], 'trusted'],
    ['mailbox in UTF-8, which may be at the host', [mail('bad.test')], [otherName(MAILBOX)], 'chain-broken-rule'],
    ['address of a page', [uri('bad.test')], [uri('https://bad.test/x')], 'chain-broken-rule'],
    ['address of another page', [uri('bad.test')], [uri('https://good.test/bad.test')], 'trusted'],
    ['address by number, which may be of the host', [uri('bad.test')], [uri('https://10.0.0.1/')], 'chain-broken-rule'],
    ['IPv6 inside', [NETWORK_V6], [ip(...v6(0x20, 0x01, 7))], 'chain-broken-rule'],
    ['IPv6 outside', [NETWORK_V6], [ip(...v6(0x20, 0x02, 7))], 'trusted'],
    ['X.400 address', [x400], [x400], 'chain-broken-rule'],
    ['EDI party', [ediParty], [ediParty], 'chain-broken-rule'],
    ['registered identifier', [registered], [registered], 'chain-broken-rule'],
    ['name nobody knows under its own form', [otherName('1.2.398.99.1')], [otherName('1.2.398.99.2')], 'chain-broken-rule'],
    ['name nobody knows under another form', [dns('bad.test')], [otherName('1.2.398.99.2')], 'trusted'],
    ['IPv4 inside', [ip(10, 0, 0, 0, 255, 0, 0, 0)], [ip(10, 9, 9, 9)], 'chain-broken-rule'],
    ['IPv4 outside', [ip(10, 0, 0, 0, 255, 0, 0, 0)], [ip(11, 9, 9, 9)], 'trusted'],
  ])('%s', async (_, excluded, names, expected) => {
    expect(await under(namesLimited({ excluded }), names)).toBe(expected);
  });

  it('directory, also in other letters or with an invisible character', async () => {
    const limits = namesLimited({ excluded: [directory(inCountry('KZ', 'Әділет'))] });
    for (const name of ['Әділет', 'ӘДІЛЕТ', 'Әді\u00ADлет']) expect(await under(limits, [], inCountry('KZ', name))).toBe('chain-broken-rule');
    expect(await under(limits, [], inCountry('KZ', 'Әділ'))).toBe('trusted');
  });

  it('stays excluded where it is also permitted', async () => {
    expect(await under(namesLimited({ permitted: [dns('test')], excluded: [dns('bad.test')] }), [dns('x.bad.test')])).toBe('chain-broken-rule');
    expect(await under(namesLimited({ permitted: [dns('test')], excluded: [dns('bad.test')] }), [dns('x.good.test')])).toBe('trusted');
  });
});

describe('constraints', () => {
  it('of the anchor bind too', async () => {
    const root = await issue('root', null, { extensions: [...AUTHORITY, namesLimited({ permitted: [dns('egov.test')] })] });
    const leaf = (host: string): Promise<IssuedCertificate> => issue('leaf', root, { extensions: [...SIGNER, alternativeNames(dns(host))] });
    expect(await verdict(await leaf('a.egov.test'), root)).toBe('trusted');
    expect(await verdict(await leaf('a.other.test'), root)).toBe('chain-broken-rule');
  });

  it('of two authorities both bind: the lower one cannot widen the upper', async () => {
    const root = await issue('root', null);
    const upper = await issue('upper', root, { extensions: [...AUTHORITY, namesLimited({ permitted: [dns('a.test')] })] });
    const lower = await issue('lower', upper, { extensions: [...AUTHORITY, namesLimited({ permitted: [dns('a.test'), dns('b.test')] })] });
    const leaf = (host: string): Promise<IssuedCertificate> => issue('leaf', lower, { extensions: [...SIGNER, alternativeNames(dns(host))] });
    expect(await verdict(await leaf('x.a.test'), root, upper, lower)).toBe('trusted');
    expect(await verdict(await leaf('x.b.test'), root, upper, lower)).toBe('chain-broken-rule');
  });

  it('do not bind an authority’s certificate to itself, and do bind what is asked about', async () => {
    const root = await issue('root', null);
    const limits = namesLimited({ permitted: [directory(countryOnly('KG'))] });
    const issuer = await issue('issuer', root, { extensions: [...AUTHORITY, limits] });
    const renewed = await issue('issuer', issuer, { key: 'renewed', extensions: AUTHORITY });
    expect(await verdict(await issue('leaf', renewed, { subject: inCountry('KG', 'leaf') }), root, issuer, renewed)).toBe('trusted');
    expect(await verdict(await issue('issuer', issuer, { key: 'renewed' }), root, issuer)).toBe('chain-broken-rule');
  });

  it('that cannot be read are refused, whoever is below', async () => {
    const distance = extension('2.5.29.30', seq(implicitOctets(0, Uint8Array.of())), true);
    expect(await under(distance, [])).toBe('chain-broken-rule');
    expect(await under(namesLimited({ permitted: [seq()] }), [])).toBe('chain-broken-rule');
    expect(await under(namesLimited({}), [])).toBe('chain-broken-rule');
  });

  it('by the thousand are read once for names by the thousand, of which more than anybody has are given up', async () => {
    const hosts = Array.from({ length: 1_500 }, (_, i) => dns(`h${i}.test`));
    expect(await under(namesLimited({ permitted: hosts }), hosts)).toBe('trusted');
    expect(await under(namesLimited({ permitted: hosts }), [...hosts, dns('h1500.test')])).toBe('chain-broken-rule');
    const many = Array.from({ length: 8_300 }, () => dns('a.b'));
    expect(await under(namesLimited({ permitted: [dns('b')] }), many.slice(0, 8_000))).toBe('trusted');
    expect(await under(namesLimited({ permitted: [dns('b')] }), many)).toBe('chain-broken-rule');
  });
});
