/** What an operator at work sees: sections, header, notices, one of the screens; a code scanned by hand is taken on any of them. */
import { useState } from 'react';
import { createScanHandoff, USUAL_BAUD, useHandheldScanner } from '../features/handheld-scanner/index.ts';
import { usePreferences } from '../host/index.ts';
import { AlarmNotice } from '../screens/call/before/AlarmNotice.tsx';
import { CallScreen } from '../screens/call/CallScreen.tsx';
import { useCallDesk } from '../screens/call/use-call-desk.ts';
import { CasesScreen } from '../screens/cases/CasesScreen.tsx';
import { OverdueNotice } from '../screens/cases/OverdueNotice.tsx';
import { useCaseQueue } from '../screens/cases/use-case-queue.ts';
import { DeskScreen } from '../screens/desk/DeskScreen.tsx';
import { JournalScreen } from '../screens/journal/JournalScreen.tsx';
import { KeyReminder } from '../screens/keys/KeyReminder.tsx';
import { KeysScreen } from '../screens/keys/KeysScreen.tsx';
import { LockWarning } from '../screens/lock/LockWarning.tsx';
import { PurposeScreen } from '../screens/purpose/PurposeScreen.tsx';
import { RenewalScreen } from '../screens/renewal/RenewalScreen.tsx';
import { SettingsScreen } from '../screens/settings/SettingsScreen.tsx';
import { SignedFileScreen } from '../screens/signed-file/SignedFileScreen.tsx';
import { SigningHost } from '../screens/signing/SigningHost.tsx';
import { Header } from './Header.tsx';
import { HealthNotices } from './HealthNotices.tsx';
import { NavRail } from './NavRail.tsx';
import type { Place, Screen } from './screen.ts';

interface WorkplaceProps {
  readonly screen: Extract<Screen, { at: Place }>;
  readonly onPlace: (place: Place) => void;
  readonly onHelp: () => void;
  /** A code was scanned: whatever lies over the screen gives way to the answer. */
  readonly onScanned: () => void;
}

export function Workplace({ screen, onPlace, onHelp, onScanned }: WorkplaceProps) {
  const [scans] = useState(createScanHandoff);
  const { at, session } = screen;
  const queue = useCaseQueue();
  const calls = useCallDesk();
  const inCall = calls.desk?.duty === 'on' && calls.desk.current !== null;
  const { handheld: profile, serialBaud = USUAL_BAUD } = usePreferences();
  const handheld = useHandheldScanner({
    onScan(input) {
      onScanned();
      // A purpose that is just being chosen must not be the former one by accident.
      if (at !== 'purpose') onPlace('desk');
      scans.give(input);
    },
    paused: false,
    profile,
    baudRate: serialBaud,
  });

  return (
    <div className="workplace">
      <NavRail place={at} profile={session.operator.profile} queue={queue} calls={calls.desk} onPlace={onPlace} />
      <div className="workplace-main">
        <Header session={session} onPurpose={() => onPlace('purpose')} onHelp={onHelp} />
        <HealthNotices />
        <KeyReminder onOpen={() => onPlace('keys')} />
        {session.operator.profile === 'supervisor' ? <OverdueNotice queue={queue} onOpen={at === 'cases' ? null : () => onPlace('cases')} /> : null}
        <AlarmNotice desk={calls.desk} onOpen={at === 'calls' ? null : () => onPlace('calls')} />
        <LockWarning warnLockAt={session.warnLockAt} lockAt={session.lockAt} />
        {at === 'purpose' ? <PurposeScreen session={session} scans={scans} onDone={() => onPlace('desk')} /> : null}
        {at === 'desk' ? (
          // Another operator or purpose is another desk: nothing of the former may stay.
          <DeskScreen key={`${session.operator.id} ${session.purposeId}`} scans={scans} handheld={handheld} />
        ) : null}
        {at === 'journal' ? <JournalScreen session={session} /> : null}
        {at === 'keys' ? <KeysScreen /> : null}
        {at === 'signed-file' ? <SignedFileScreen /> : null}
        {at === 'cases' && queue !== null ? <CasesScreen key={`cases ${session.operator.id}`} queue={queue} /> : null}
        {/* A call goes on while its operator looks something up. */}
        {at === 'calls' || inCall ? <CallScreen key={`calls of ${session.operator.id}`} calls={calls} hidden={at !== 'calls'} /> : null}
        {at === 'renewal' ? <RenewalScreen key={`renewal ${session.operator.id}`} /> : null}
        {at === 'settings' ? <SettingsScreen session={session} handheld={handheld} /> : null}
        <SigningHost onSettings={() => onPlace('settings')} />
      </div>
    </div>
  );
}
