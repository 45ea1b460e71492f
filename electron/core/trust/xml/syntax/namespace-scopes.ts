/** Which namespace a prefix stands for while a document is read (Namespaces in XML 1.0). */
import { Malformed } from '../../malformed.ts';
import { LIMITS } from '../../limits.ts';
import { NamespaceBindings } from './namespace-bindings.ts';
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
  const bindings = new NamespaceBindings();
  bindings.enter([{ prefix: '', uri: '' }, { prefix: 'xml', uri: XML_NAMESPACE }]);
  return {
    enter(declarations) {
      for (const declaration of declarations) checkDeclaration(declaration);
      bindings.enter(declarations);
    },
    leave: (declarations) => bindings.leave(declarations),
    uriOf(prefix) {
      const uri = bindings.uriOf(prefix);
      if (uri === undefined) throw new Malformed('prefix that nothing declares');
      return uri;
    },
  };
}

function checkDeclaration({ prefix, uri }: NamespaceDeclaration): void {
  // Names are compared and written wherever their prefix is used: long ones would make endless work of a short document.
  if (uri.length > LIMITS.xmlNamespace) throw new Malformed('namespace too long');
  if (prefix === 'xmlns' || uri === XMLNS_NAMESPACE) throw new Malformed('declaration of xmlns');
  if ((prefix === 'xml') !== (uri === XML_NAMESPACE)) throw new Malformed('declaration of xml');
  if (uri === '' ? prefix !== '' : !ABSOLUTE.test(uri)) throw new Malformed('namespace that is not absolute');
}
