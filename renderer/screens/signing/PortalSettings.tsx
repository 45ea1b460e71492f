/** The signing service of the portals in the settings: whether it is on, and what may keep a portal from reaching it. */
import { useEffect, useState } from 'react';
import type { PortalService } from '../../../shared/domain/signing/portal-service.ts';
import { useHost } from '../../host/index.ts';
import { dateTimeText } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/index.ts';
import { Notice } from '../../ui/Notice.tsx';

export function PortalSettings() {
  const { t } = useTexts();
  const host = useHost();
  const [service, setService] = useState<PortalService | null>(null);

  useEffect(() => {
    const stop = host.signing.portalsChanged(setService);
    void host.signing.portals(null).then((answer) => {
      if (answer.ok) setService((known) => known ?? answer.value);
    });
    return stop;
  }, [host]);

  return (
    <section className="settings-group" aria-labelledby="portal-settings">
      <h2 id="portal-settings">{t('signing.service.title')}</h2>
      {service === null || service.state === 'starting' ? <p className="soft">{t('signing.service.starting')}</p> : null}
      {service?.state === 'off' ? <p className="soft">{t('signing.service.off')}</p> : null}
      {service?.state === 'port-taken' ? (
        <Notice tone="warn">
          <p>{service.by === null ? t('signing.service.taken', { port: service.port }) : t('signing.service.takenBy', { port: service.port, program: service.by })}</p>
        </Notice>
      ) : null}
      {service?.state === 'listening' ? (
        <>
          <p>{t('signing.service.listening', { port: service.port, connections: service.connections })}</p>
          {service.lastConnectedAt === null ? (
            <p className="soft">{t('signing.service.nobody', { port: service.port })}</p>
          ) : (
            <p className="soft">{t('signing.service.last', { at: dateTimeText(service.lastConnectedAt) })}</p>
          )}
        </>
      ) : null}
    </section>
  );
}
