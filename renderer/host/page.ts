/** Everything the screens know of the world outside: the client, what was described once, and what changes. */
import type { AppInfo, Preferences, PreferencesChange, ServiceHealth } from '../../shared/domain/desk/app-state.ts';
import type { OperatorSession, SignInAnswer } from '../../shared/domain/desk/operator-session.ts';
import type { Host } from '../../shared/ipc/contract.ts';
import type { Fault, WindowHost } from '../../shared/ipc/wire.ts';
import { failure, success, type Result } from '../../shared/util/result.ts';
import { createHostClient } from './host-client.ts';
import { createStore, type Store } from './store.ts';

export interface Page {
  readonly host: Host;
  /** Asked for again when an operator comes to the desk: the rules in it may be newer ones by then. */
  readonly info: Store<AppInfo>;
  readonly session: Store<OperatorSession>;
  readonly health: Store<ServiceHealth>;
  readonly preferences: Store<Preferences>;
}

/** Asks the core for the first picture of everything. Listens before it asks, so that no change falls in between. */
export async function connectPage(windowHost: WindowHost): Promise<Result<Page, Fault>> {
  const host = createHostClient(windowHost);
  let laterSession: OperatorSession | undefined;
  let laterHealth: ServiceHealth | undefined;
  const stopSession = host.operator.sessionChanged((value) => (laterSession = value));
  const stopHealth = host.app.healthChanged((value) => (laterHealth = value));

  const [info, session, health, preferences] = await Promise.all([
    host.app.describe(null),
    host.operator.session(null),
    host.app.health(null),
    host.settings.preferences(null),
  ]);
  if (!info.ok) return failure(info.failure);
  if (!session.ok) return failure(session.failure);
  if (!health.ok) return failure(health.failure);
  if (!preferences.ok) return failure(preferences.failure);

  const page: Page = {
    host,
    info: createStore(info.value),
    session: createStore(laterSession ?? session.value),
    health: createStore(laterHealth ?? health.value),
    preferences: createStore(preferences.value),
  };
  stopSession();
  stopHealth();
  host.operator.sessionChanged(page.session.set);
  host.app.healthChanged(page.health.set);
  describeAtEntry(page);
  return success(page);
}

/** By the event or by the answer of the sign-in, whichever comes first. */
function describeAtEntry({ host, info, session }: Page): void {
  const isPresent = () => session.get().state === 'signed-in';
  let wasPresent = isPresent();
  session.subscribe(() => {
    const entered = isPresent() && !wasPresent;
    wasPresent = isPresent();
    if (!entered) return;
    void host.app.describe(null).then((described) => {
      if (described.ok) info.set(described.value);
    });
  });
}

/** A sign-in or unlock that succeeded moves the session at once, without waiting for the event. */
export function acceptSignIn(page: Page, answer: SignInAnswer): SignInAnswer {
  if (answer.ok) page.session.set(answer.session);
  return answer;
}

/** Shows a choice at once and keeps what the core answered, unless the next choice was made meanwhile: its answer holds both. */
export async function changePreferences(page: Page, change: PreferencesChange): Promise<void> {
  const wanted = { ...page.preferences.get(), ...change };
  page.preferences.set(wanted);
  const saved = await page.host.settings.changePreferences(change);
  if (saved.ok && page.preferences.get() === wanted) page.preferences.set(saved.value);
}
