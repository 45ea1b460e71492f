/** Since when the office has not answered: the first failure after its last answer begins the count, an answer ends it. */

export interface OfficePresence {
  answered(): void;
  failed(at: Date): void;
  /** Null while it answers. */
  awaySince(): Date | null;
}

export function watchOffice(): OfficePresence {
  let since: Date | null = null;
  return {
    answered() {
      since = null;
    },
    failed(at) {
      since ??= at;
    },
    awaySince: () => since,
  };
}
