/** The keys of this workstation, read anew after every change. */
import { useCallback, useEffect, useState } from 'react';
import type { KeyView } from '../../../shared/domain/keys/key-view.ts';
import type { Fault } from '../../../shared/ipc/wire.ts';
import { useHost } from '../../host/index.ts';

export type KeyList = { at: 'reading' } | { at: 'failed'; fault: Fault } | { at: 'read'; keys: readonly KeyView[] };

export function useKeyList(): { list: KeyList; reload: () => void } {
  const host = useHost();
  const [list, setList] = useState<KeyList>({ at: 'reading' });
  const reload = useCallback(() => {
    void host.keys.list(null).then((answer) => setList(answer.ok ? { at: 'read', keys: answer.value } : { at: 'failed', fault: answer.failure }));
  }, [host]);
  useEffect(reload, [reload]);
  return { list, reload };
}
