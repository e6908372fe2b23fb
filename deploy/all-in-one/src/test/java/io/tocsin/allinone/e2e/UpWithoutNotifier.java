package io.tocsin.allinone.e2e;

import io.tocsin.alertingest.AlertIngestApplication;
import io.tocsin.allinone.up.Ports.Listener;
import io.tocsin.allinone.up.ServiceStart;
import io.tocsin.allinone.up.UpCommand;
import io.tocsin.escalationengine.EscalationEngineApplication;
import io.tocsin.sandbox.SandboxApplication;
import io.tocsin.severityclassifier.SeverityClassifierApplication;
import io.tocsin.statuspage.StatusPageApplication;
import java.util.List;
import picocli.CommandLine;

/** {@code tocsin up}, but the notifier is a process of its own that can be stopped by itself. */
final class UpWithoutNotifier {
  private UpWithoutNotifier() {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new UpCommand(UpWithoutNotifier::services)).execute(arguments));
  }

  private static List<ServiceStart> services() {
    return List.of(
        new ServiceStart(Listener.ALERT_INGEST, AlertIngestApplication::start),
        new ServiceStart(Listener.SEVERITY_CLASSIFIER, SeverityClassifierApplication::start),
        new ServiceStart(Listener.ESCALATION_ENGINE, EscalationEngineApplication::start),
        new ServiceStart(Listener.STATUS_PAGE, StatusPageApplication::start),
        new ServiceStart(
            Listener.SANDBOX, (settings, policies) -> SandboxApplication.start(settings)));
  }
}
