/** What the operator must know before going on: outage with its ten minutes, wrong clock, ended rules, damaged journal, a disk nearly full, a part of the program that is missing. */
import { useAppInfo, useHealth } from '../host/index.ts';
import { timeText } from '../i18n/format.ts';
import { useTexts } from '../i18n/index.ts';
import { Notice } from '../ui/Notice.tsx';
import { useNow } from '../ui/use-now.ts';
import { FreezeNotice } from './FreezeNotice.tsx';

export function HealthNotices() {
  const { t } = useTexts();
  const { timers } = useAppInfo();
  const { clock, disk, fileJudging, journal, mode, policyInForce, serviceAwaySince } = useHealth();
  const now = useNow(serviceAwaySince === null ? null : 1000);
  const outage = serviceAwaySince !== null && now - Date.parse(serviceAwaySince) >= timers.outageReportMs;
  return (
    <div className="health-notices">
      {serviceAwaySince === null ? null : (
        <Notice tone={outage ? 'bad' : 'warn'} role={outage ? 'alert' : 'status'}>
          <p>
            {outage
              ? t('app.health.outageReached', { minutes: Math.round(timers.outageReportMs / 60_000) })
              : t('app.health.serviceAwayText', { since: timeText(serviceAwaySince) })}
            {mode.name === 'offline' ? ` ${t('app.mode.offlineText')}` : null}
          </p>
        </Notice>
      )}
      {clock.state === 'refuse' ? (
        <Notice tone="bad" role="alert">
          <p>{t('app.health.clockRefuse', { seconds: Math.round(Math.abs(clock.offsetMs) / 1000) })}</p>
        </Notice>
      ) : null}
      <FreezeNotice />
      {policyInForce ? null : (
        <Notice tone="bad" role="alert">
          <p>{t('app.health.policyEnded')}</p>
        </Notice>
      )}
      {journal.state === 'restarted' ? (
        <Notice tone="warn" role="alert">
          <p>{t('app.health.journalRestarted', { file: journal.quarantinedAs })}</p>
          <p>{t('app.health.journalMarksFound')}</p>
        </Notice>
      ) : null}
      {disk.state === 'low' ? (
        <Notice tone="warn" role="status">
          <p>{t('app.health.diskLow', { free: disk.freeMegabytes })}</p>
        </Notice>
      ) : null}
      {fileJudging === 'unable' ? (
        <Notice tone="warn" role="status">
          <p>{t('app.health.fileJudgingUnable')}</p>
        </Notice>
      ) : null}
    </div>
  );
}
