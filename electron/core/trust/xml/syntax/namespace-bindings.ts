/** What each prefix stands for at a place of a document, kept while it is walked: to look one up costs the same however deep the place is. */
import type { NamespaceDeclaration } from './xml-tree.ts';

export class NamespaceBindings {
  readonly #uris = new Map<string, string[]>();

  enter(declarations: readonly NamespaceDeclaration[]): void {
    for (const { prefix, uri } of declarations) {
      const uris = this.#uris.get(prefix);
      if (uris === undefined) this.#uris.set(prefix, [uri]);
      else uris.push(uri);
    }
  }

  leave(declarations: readonly NamespaceDeclaration[]): void {
    for (const { prefix } of declarations) this.#uris.get(prefix)!.pop();
  }

  /** Undefined where nothing declares it. */
  uriOf(prefix: string): string | undefined {
    return this.#uris.get(prefix)?.at(-1);
  }

  /** Everything declared here, in no order. */
  prefixes(): string[] {
    return [...this.#uris].flatMap(([prefix, uris]) => (uris.length > 0 ? [prefix] : []));
  }
}
