/** Signed files of every form through the entrance of the domain: told apart by their octets. */
import { describe, expect, it } from 'vitest';
import { recogniseContainer } from '../../../electron/core/trust/index.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a file', () => {
  it.each([
    ['xml', bytes('<a/>')],
    ['xml', bytes('\uFEFF\r\n <?xml version="1.0"?>')],
    ['zip', bytes('PK\u0003\u0004')],
    ['zip', bytes('PK\u0005\u0006')],
    ['pdf', bytes('%PDF-1.7')],
    ['cms', bytes('-----BEGIN CMS-----')],
    ['cms', Uint8Array.of(0x30, 0x80)],
    ['cms', bytes('PK')],
    ['cms', new Uint8Array()],
  ])('of the form %s is known by how it begins', (container, file) => {
    expect(recogniseContainer(file)).toBe(container);
  });
});
