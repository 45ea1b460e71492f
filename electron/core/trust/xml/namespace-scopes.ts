/** Which namespace a prefix stands for while a document is read (Namespaces in XML 1.0). */
import { Malformed } from '../asn1/der.ts';
import type { NamespaceDeclaration } from './xml-tree.ts';

export const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
const XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/';
/** Relative namespace names have no meaning, and no canonical form (Canonical XML 1.0, 1.3). */
const ABSOLUTE = /^[A-Za-z][A-Za-z0-9+.-]*:/;

export interface NamespaceScopes {
  /** Enters an element. @throws {Malformed} on a declaration the recommendation forbids. */
  enter(declarations: readonly NamespaceDeclaration[]): void;
  leave(declarations: readonly NamespaceDeclaration[]): void;
  /** Empty for no namespace. @throws {Malformed} when nothing declares the prefix. */
  uriOf(prefix: string): string;
}

export function createNamespaceScopes(): NamespaceScopes {
  const bound = new Map<string, string[]>([
    ['', ['']],
    ['xml', [XML_NAMESPACE]],
  ]);
  return {
    enter(declarations) {
      for (const declaration of declarations) {
        checkDeclaration(declaration);
        const uris = bound.get(declaration.prefix);
        if (uris === undefined) bound.set(declaration.prefix, [declaration.uri]);
        else uris.push(declaration.uri);
      }
    },
    leave(declarations) {
      for (const { prefix } of declarations) bound.get(prefix)!.pop();
    },
    uriOf(prefix) {
      const uri = bound.get(prefix)?.at(-1);
      if (uri === undefined) throw new Malformed('prefix that nothing declares');
      return uri;
    },
  };
}

function checkDeclaration({ prefix, uri }: NamespaceDeclaration): void {
  if (prefix === 'xmlns' || uri === XMLNS_NAMESPACE) throw new Malformed('declaration of xmlns');
  if ((prefix === 'xml') !== (uri === XML_NAMESPACE)) throw new Malformed('declaration of xml');
  if (uri === '' ? prefix !== '' : !ABSOLUTE.test(uri)) throw new Malformed('namespace that is not absolute');
}
