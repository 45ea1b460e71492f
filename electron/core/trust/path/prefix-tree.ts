/** Sequences of words by their beginnings: whether one of thousands begins another is known in as many steps as that has words. */

interface Node {
  /** A sequence that was added ends here. */
  isEnd: boolean;
  next: Map<string, Node>;
}

const newNode = (): Node => ({ isEnd: false, next: new Map() });

export class PrefixTree {
  readonly #root = newNode();

  add(words: readonly string[]): void {
    let node = this.#root;
    for (const word of words) {
      const next = node.next.get(word) ?? newNode();
      node.next.set(word, next);
      node = next;
    }
    node.isEnd = true;
  }

  has(words: readonly string[]): boolean {
    return this.#at(words)?.isEnd === true;
  }

  /** A sequence that was added begins these words, or is all of them. */
  hasBeginningOf(words: readonly string[]): boolean {
    let node: Node | undefined = this.#root;
    for (const word of words) {
      if (node.isEnd) return true;
      node = node.next.get(word);
      if (node === undefined) return false;
    }
    return node.isEnd;
  }

  /** These words begin a longer sequence that was added. */
  goesOnFrom(words: readonly string[]): boolean {
    return (this.#at(words)?.next.size ?? 0) > 0;
  }

  #at(words: readonly string[]): Node | undefined {
    let node: Node | undefined = this.#root;
    for (const word of words) node = node?.next.get(word);
    return node;
  }
}
