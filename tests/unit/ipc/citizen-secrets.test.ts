/** A secret of the citizen never passes the operator: where a page of the desk speaks about citizens, no field could carry a one-time password, a PIN or a password. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contract } from '../../../shared/ipc/contract.ts';
import { CaseEvent } from '../../../shared/domain/issuance/issuance-case.ts';

/** What a citizen has typed elsewhere: a code of 1414, the PIN of the account, the password of the keys. */
const SECRETS = ['482913', '804217', 'Bereket-zhol7'];
const NAMES = /password|passcode|\bpin\b|otp|secret|smscode|onetime/i;

interface Leaf {
  path: string;
  accepts: boolean;
}
type JsonSchema = { [key: string]: unknown };

/** Every place of a message where a text of its sender's choice stands, and whether one of the secrets could stand there. */
function textLeaves(schema: JsonSchema, path: string): Leaf[] {
  const branches = ['anyOf', 'oneOf', 'allOf'].flatMap((key) => (schema[key] as JsonSchema[] | undefined) ?? []);
  const properties = Object.entries((schema['properties'] as Record<string, JsonSchema> | undefined) ?? {});
  return [
    ...branches.flatMap((branch) => textLeaves(branch, path)),
    ...properties.flatMap(([name, property]) => textLeaves(property, `${path}.${name}`)),
    ...(typeof schema['items'] === 'object' ? textLeaves(schema['items'] as JsonSchema, `${path}[]`) : []),
    ...(typeof schema['additionalProperties'] === 'object' ? textLeaves(schema['additionalProperties'] as JsonSchema, `${path}{}`) : []),
    ...(schema['type'] === 'string' && schema['enum'] === undefined && schema['const'] === undefined ? [{ path, accepts: SECRETS.some((secret) => fits(schema, secret)) }] : []),
  ];
}

function fits(schema: JsonSchema, text: string): boolean {
  if (typeof schema['maxLength'] === 'number' && text.length > schema['maxLength']) return false;
  if (typeof schema['minLength'] === 'number' && text.length < schema['minLength']) return false;
  const patterns = [schema['pattern'], ...((schema['allOf'] as JsonSchema[] | undefined) ?? []).map((each) => each['pattern'])];
  return patterns.every((pattern) => typeof pattern !== 'string' || new RegExp(pattern, 'u').test(text));
}

const jsonOf = (schema: z.ZodType): JsonSchema => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
const leavesOf = (domain: 'issuance' | 'calls' | 'renewal'): Leaf[] =>
  Object.entries(contract[domain]).flatMap(([name, member]) => (member.type === 'call' ? textLeaves(jsonOf(member.input), `${domain}.${name}`) : []));

/** Texts that are no answer of the citizen: words between two people, and what two browsers tell each other. */
const NO_ANSWERS = new Set(['calls.say.line.text', 'calls.signal.signal.sdp', 'calls.signal.signal.candidate', 'calls.signal.signal.mid']);

/** Of a renewal: two texts the operator writes down, where the card is brought and what its owner says of the service; and two names that are looked up. */
const WRITTEN_DOWN = ['renewal.apply.handover.address', 'renewal.giveFeedback.text'];
const LOOKED_UP = ['renewal.apply.handover.centreId', 'renewal.check.iin'];

describe('the calls of a desk about applications for keys', () => {
  it('have texts at all, and none that a secret would fit into', () => {
    const leaves = leavesOf('issuance');
    expect(leaves.map(({ path }) => path)).toContain('issuance.registerPhone.phone');
    expect(leaves.filter(({ accepts }) => accepts).map(({ path }) => path)).toEqual([]);
  });

  it('of a video call neither, but for words and what the browsers say', () => {
    const open = leavesOf('calls').filter(({ accepts }) => accepts).map(({ path }) => path);
    expect([...new Set(open)].filter((path) => !NO_ANSWERS.has(path))).toEqual([]);
  });

  it('of a renewal neither, but for what the operator writes down or has looked up', () => {
    const open = leavesOf('renewal').filter(({ accepts }) => accepts).map(({ path }) => path);
    expect([...new Set(open)].toSorted()).toEqual([...WRITTEN_DOWN, ...LOOKED_UP].toSorted());
  });

  it('name no secret anywhere, neither in what is asked nor in what is answered or told', () => {
    const members = Object.values({ ...contract.issuance, ...contract.calls, ...contract.renewal });
    const shapes = JSON.stringify(members.flatMap((member) => (member.type === 'call' ? [jsonOf(member.input), jsonOf(member.output)] : [jsonOf(member.payload)])));
    const names = [...shapes.matchAll(/"([A-Za-z]+)":/g)].map(([, name]) => name!);
    expect(names).toContain('phoneEnding');
    expect(names.filter((name) => NAMES.test(name))).toEqual([]);
    expect(CaseEvent.options.flatMap((option) => Object.keys(option.shape)).filter((name) => NAMES.test(name))).toEqual([]);
  });
});

describe('the search', () => {
  it('finds a field that would do', () => {
    const leaky = jsonOf(z.strictObject({ deep: z.array(z.union([z.null(), z.strictObject({ note: z.string().max(40) })])) }));
    expect(textLeaves(leaky, 'x')).toEqual([{ path: 'x.deep[].note', accepts: true }]);
    expect(textLeaves(jsonOf(z.strictObject({ id: z.uuid(), kind: z.enum(['a', 'b']) })), 'x')).toEqual([{ path: 'x.id', accepts: false }]);
  });
});
