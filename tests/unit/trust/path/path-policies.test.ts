/** Certificate policies: which chains are good for the policy that is asked for or demanded on the way. */
import { describe, expect, it } from 'vitest';
import { type Asn1, int } from '../../../../electron/stand/authority/asn1.ts';
import { extension, type IssuedCertificate } from '../../../../electron/stand/authority/certificate.ts';
import { buildPath } from '../../../../electron/core/trust/path/build-path.ts';
import type { PolicyDemand } from '../../../../electron/core/trust/path/path-policies.ts';
import { SIGNING_PURPOSES } from '../../../../electron/core/trust/answer/signer-rules.ts';
import { AUTHORITY, issue, NOW, parsed, SIGNER } from '../trial/trial-authority.ts';
import { explicitAfter, mapped, mappingEndsAfter, policiesOf } from '../trial/trial-extensions.ts';

const ANY = '2.5.29.32.0';
const [GOLD, SILVER, LOCAL] = ['1.2.398.99.1', '1.2.398.99.2', '1.2.398.99.3'];
const inhibitAnyAfter = (certificates: number): Asn1 => extension('2.5.29.54', int(certificates), true);

async function ask(leaf: IssuedCertificate, chain: IssuedCertificate[], policies: PolicyDemand): Promise<string> {
  const [root, ...intermediates] = chain;
  const store = { anchors: [parsed(root!)], intermediates: intermediates.map(parsed) };
  const answer = await buildPath(parsed(leaf), store, { at: NOW, purposes: SIGNING_PURPOSES, policies });
  if (answer.state === 'trusted') return answer.policies.length === 0 ? 'none' : answer.policies.toSorted().join(' ');
  return answer.fault.code;
}

/** root → upper → lower → leaf, each with these extensions besides its own. */
async function chained(upperWith: Asn1[], lowerWith: Asn1[], leafWith: Asn1[], policies: PolicyDemand = {}): Promise<string> {
  const root = await issue('root', null);
  const upper = await issue('upper', root, { extensions: [...AUTHORITY, ...upperWith] });
  const lower = await issue('lower', upper, { extensions: [...AUTHORITY, ...lowerWith] });
  return ask(await issue('leaf', lower, { extensions: [...SIGNER, ...leafWith] }), [root, upper, lower], policies);
}

const gold = [policiesOf(GOLD)];
const any = [policiesOf(ANY)];
const demandGold: PolicyDemand = { accepted: [GOLD], explicit: true };

describe('certificate policies', () => {
  it('demand nothing until somebody asks', async () => {
    expect(await chained([], [], [])).toBe('none');
    expect(await chained(gold, [], gold)).toBe('none');
    expect(await chained([], [], [], { explicit: true })).toBe('chain-broken-rule');
  });

  it.each([
    ['in every certificate', gold, gold, gold, GOLD],
    ['under any policy above', any, any, gold, GOLD],
    ['any policy below', gold, any, any, GOLD],
    ['any policy throughout', any, any, any, GOLD],
    ['missing in the middle', gold, [], gold, 'chain-broken-rule'],
    ['another one at the end', gold, gold, [policiesOf(SILVER)], 'chain-broken-rule'],
    ['another one throughout', [policiesOf(SILVER)], [policiesOf(SILVER)], [policiesOf(SILVER)], 'chain-broken-rule'],
  ])('asked for: %s', async (_, upper, lower, leaf, expected) => {
    expect(await chained(upper, lower, leaf, demandGold)).toBe(expected);
  });

  it('without a demand say what the chain is good for', async () => {
    expect(await chained([policiesOf(GOLD, SILVER)], [policiesOf(GOLD, SILVER)], [policiesOf(SILVER, LOCAL)])).toBe(SILVER);
    expect(await chained(any, any, any)).toBe(ANY);
  });

  it('are translated by mappings, and count under the name above', async () => {
    const mapping = [policiesOf(GOLD), mapped([GOLD, LOCAL])];
    expect(await chained(mapping, [policiesOf(LOCAL)], [policiesOf(LOCAL)], demandGold)).toBe(GOLD);
    expect(await chained(mapping, gold, gold, demandGold)).toBe('chain-broken-rule');
    expect(await chained([policiesOf(ANY), mapped([GOLD, LOCAL])], [policiesOf(LOCAL)], [policiesOf(LOCAL)], demandGold)).toBe(GOLD);
  });

  it('are not translated where mapping is inhibited, by the question or from above', async () => {
    const mapping = [policiesOf(GOLD), mapped([GOLD, LOCAL])];
    const local = [policiesOf(LOCAL)];
    expect(await chained(mapping, local, local, { ...demandGold, inhibitMapping: true })).toBe('chain-broken-rule');
    expect(await chained([...gold, mappingEndsAfter(0)], [...gold, mapped([GOLD, LOCAL])], local, demandGold)).toBe('chain-broken-rule');
    expect(await chained([...gold, mappingEndsAfter(1)], [...gold, mapped([GOLD, LOCAL])], local, demandGold)).toBe(GOLD);
  });

  it('any policy must not be mapped, and no policy may stand twice', async () => {
    expect(await chained([...any, mapped([ANY, LOCAL])], any, any)).toBe('chain-broken-rule');
    expect(await chained([...any, mapped([LOCAL, ANY])], any, any)).toBe('chain-broken-rule');
    expect(await chained([policiesOf(GOLD, GOLD)], gold, gold)).toBe('chain-broken-rule');
  });

  it('any policy ends where it is inhibited', async () => {
    expect(await chained([...any, inhibitAnyAfter(0)], any, gold, demandGold)).toBe('chain-broken-rule');
    expect(await chained([...any, inhibitAnyAfter(1)], any, gold, demandGold)).toBe(GOLD);
    expect(await chained(any, any, gold, { ...demandGold, inhibitAny: true })).toBe('chain-broken-rule');
    expect(await chained(gold, gold, gold, { ...demandGold, inhibitAny: true })).toBe(GOLD);
  });

  it('are demanded from the depth an authority names', async () => {
    expect(await chained([explicitAfter(0)], [], [])).toBe('chain-broken-rule');
    expect(await chained([explicitAfter(1)], [], [])).toBe('chain-broken-rule');
    expect(await chained([explicitAfter(2)], [], [])).toBe('chain-broken-rule');
    expect(await chained([explicitAfter(3)], [], [])).toBe('none');
    expect(await chained([...gold, explicitAfter(0)], gold, gold)).toBe(GOLD);
    expect(await chained([], [], [explicitAfter(0)])).toBe('chain-broken-rule');
  });

  it('limits of the anchor bind below it', async () => {
    const root = await issue('root', null, { extensions: [...AUTHORITY, explicitAfter(0)] });
    expect(await ask(await issue('leaf', root), [root], {})).toBe('chain-broken-rule');
    expect(await ask(await issue('leaf', root, { extensions: [...SIGNER, ...gold] }), [root], {})).toBe(GOLD);
  });

  it('an authority’s certificate to itself does not count as a step', async () => {
    const root = await issue('root', null);
    const upper = await issue('upper', root, { extensions: [...AUTHORITY, ...any, inhibitAnyAfter(1)] });
    const renewed = await issue('upper', upper, { key: 'renewed', extensions: [...AUTHORITY, ...any] });
    const lower = await issue('lower', renewed, { extensions: [...AUTHORITY, ...any] });
    expect(await ask(await issue('leaf', lower, { extensions: [...SIGNER, ...gold] }), [root, upper, renewed, lower], demandGold)).toBe(GOLD);
  });

  it('whose graph would be an exploding tree are judged at once', async () => {
    const names = Array.from({ length: 40 }, (_, i) => `1.2.398.99.7.${i}`);
    const everyPair = names.flatMap((from) => names.map((to): [string, string] => [from, to]));
    const step = [policiesOf(...names), mapped(...everyPair)];
    const root = await issue('root', null);
    const chain = [root];
    for (let i = 0; i < 6; i += 1) chain.push(await issue(`step-${i}`, chain.at(-1)!, { extensions: [...AUTHORITY, ...step] }));
    const leaf = await issue('leaf', chain.at(-1)!, { extensions: [...SIGNER, policiesOf(names[0]!)] });
    expect(await ask(leaf, chain, { accepted: [names[39]!], explicit: true })).toBe(names[39]);
    expect(await ask(leaf, chain, demandGold)).toBe('chain-broken-rule');
  });
});
