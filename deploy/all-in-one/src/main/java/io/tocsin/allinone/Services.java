package io.tocsin.allinone;

import io.tocsin.alertingest.AlertIngestApplication;
import io.tocsin.allinone.up.Ports.Listener;
import io.tocsin.allinone.up.ServiceStart;
import io.tocsin.escalationengine.EscalationEngineApplication;
import io.tocsin.notifier.NotifierApplication;
import io.tocsin.sandbox.SandboxApplication;
import io.tocsin.severityclassifier.SeverityClassifierApplication;
import io.tocsin.statuspage.StatusPageApplication;
import java.util.List;

/** Every service and the sandbox. */
final class Services {
  private Services() {}

  static List<ServiceStart> all() {
    return List.of(
        new ServiceStart(Listener.ALERT_INGEST, AlertIngestApplication::start),
        new ServiceStart(Listener.SEVERITY_CLASSIFIER, SeverityClassifierApplication::start),
        new ServiceStart(Listener.ESCALATION_ENGINE, EscalationEngineApplication::start),
        new ServiceStart(Listener.NOTIFIER, NotifierApplication::start),
        new ServiceStart(Listener.STATUS_PAGE, StatusPageApplication::start),
        new ServiceStart(
            Listener.SANDBOX, (settings, policies) -> SandboxApplication.start(settings)));
  }
}
