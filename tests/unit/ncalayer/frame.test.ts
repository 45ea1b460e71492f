/** Frames of pages: what is understood, what is not, and that nothing a page sends can do harm. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFrame } from '../../../electron/core/ncalayer/frame.ts';
import { readJsonObject } from '../../../electron/core/ncalayer/lenient-json.ts';

describe('lenient JSON', () => {
  it.each([
    ['{ module: "a.b", method: \'c\' }', { module: 'a.b', method: 'c' }],
    ['{a:1,b:true,c:null,d:word,e:[1,"x",],}', { a: 1, b: true, c: null, d: 'word', e: [1, 'x'] }],
    [String.raw`{ a: "\u041f\n\"x\"" }`, { a: 'П\n"x"' }],
    ['  {}  ', {}],
    ['{ a : { b : [ ] } }', { a: { b: [] } }],
  ])('reads %s', (text, value) => {
    expect(readJsonObject(text)).toStrictEqual(value);
  });

  it.each(['', 'x', '[]', '"a"', '{', '{a}', '{a:1', '{a:1 b:2}', '{a:"x}', '{a:1,a:2,x}', '{a:1,a:2, }x', '{a:"\\q"}', '{a:"\\u12"}', '{a:1}x', '{,}', '{:1}', `{a:${'['.repeat(64)}`])(
    'takes %s for no object',
    (text) => {
      expect(readJsonObject(text)).toBeNull();
    },
  );

  it('says no to a name said twice, which two readers would read as two requests', () => {
    expect(readJsonObject('{a:1,a:2}')).toBeNull();
  });

  it('reads whatever strict JSON is, as strict JSON', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const text = JSON.stringify(value);
        expect(readJsonObject(text)).toStrictEqual(JSON.parse(text));
      }),
    );
  });

  it('reads the same without the quotes around its names', () => {
    const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,12}$/);
    const value = fc.oneof(fc.boolean(), fc.integer(), fc.constant(null), fc.stringMatching(/^[ -!#-[\]-~Ѐ-ӿ]*$/));
    fc.assert(
      fc.property(fc.dictionary(name, value, { noNullPrototype: true }), (object) => {
        const text = `{${Object.entries(object)
          .map(([key, each]) => `${key}: ${JSON.stringify(each)}`)
          .join(', ')}}`;
        expect(readJsonObject(text)).toStrictEqual(object);
      }),
    );
  });
});

describe('a frame', () => {
  it('is never more than one of four things, whatever it is made of', () => {
    const pieces = fc.array(fc.constantFrom('{', '}', '[', ']', ':', ',', '"', "'", '\\', 'a', ' ', '\n', 'module', '__proto__', 'é', '1e999', '-', '/*'), { maxLength: 60 });
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 200 }), pieces.map((parts) => parts.join(''))), (text) => {
        expect(['heartbeat', 'nothing', 'request', 'malformed']).toContain(readFrame(text).type);
      }),
      { numRuns: 2000 },
    );
  });

  it('changes no object it does not own', () => {
    readFrame('{ __proto__: { polluted: true }, module: x }');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    const frame = readFrame('{"module":"m","__proto__":{"method":"x"}}');
    expect(frame).toStrictEqual({ type: 'request', request: { module: 'm', method: null, args: undefined, uuid: undefined } });
  });

  it('of a hundred thousand brackets ends at once', () => {
    for (const text of ['['.repeat(100_000), '{a:'.repeat(100_000), `{a:"${'\\'.repeat(100_000)}`, `{${'a,'.repeat(100_000)}`]) expect(readFrame(text).type).toBe('malformed');
  });

  it.each([
    ['{"module":1}', ''],
    ['{"method":"getKeys"}', 'kz.gov.pki.knca.applet.Applet'],
    ['{"module":"kz.gov.pki.knca.basics"}', 'kz.gov.pki.knca.basics'],
  ])('%s is for the module “%s”', (text, module) => {
    expect(readFrame(text)).toMatchObject({ type: 'request', request: { module } });
  });
});
