package io.tocsin.allinone.up;

import io.tocsin.allinone.up.Ports.Listener;
import io.tocsin.allinone.up.Providers.Role;
import java.util.stream.Collectors;

/** What a newcomer reads when all of it runs: where things are, and what to try first. */
record Greeting(Plan plan, String token) {

  /** The times come from the shell, so that pasting it again is another alert. */
  private static final String DATADOG =
      """
      {"id":"'$(date +%%s)'","date":"'$(date +%%s000)'","alert_id":"4711",\
      "link":"https://app.datadoghq.com/event/jump_to?event_id=4711",\
      "alert_scope":"service:prescription-api","alert_transition":"%s",\
      "title":"prescription-api is unavailable",\
      "body":"All health checks of prescription-api fail",\
      "tags":"service:prescription-api,env:production"}\
      """;

  String text() {
    return """
    Tocsin is up.

      alerts in         %s/webhooks/datadog/demo-datadog
      console           %s/ (your token: %s)
      incidents (API)   %s/api/incidents
      status page       %s/
      %s
      Kafka             %s
      data              %s
      policies          %s (%s)

    Page somebody:

      %s

    %s
    Acknowledge it (the first incident of the team is RX-1; the page and the list name yours):

      %s

    Let it recover:

      %s

    Ctrl-C stops all of it; the next start goes on where this one stopped.
    """
        .formatted(
            url(Listener.ALERT_INGEST),
            url(Listener.ESCALATION_ENGINE),
            token,
            url(Listener.ESCALATION_ENGINE),
            url(Listener.STATUS_PAGE),
            providers(),
            plan.kafka().orElse("127.0.0.1:" + plan.ports().of(Listener.KAFKA)),
            plan.data().toAbsolutePath().normalize(),
            plan.policyRoot().toAbsolutePath().normalize(),
            plan.policies().get().teams().size() + " teams",
            datadog("Triggered"),
            arrival(),
            acknowledge(),
            datadog("Recovered"));
  }

  private String datadog(String transition) {
    return "curl -sS %s/webhooks/datadog/demo-datadog -H 'Content-Type: application/json' -d '%s'"
        .formatted(url(Listener.ALERT_INGEST), DATADOG.formatted(transition));
  }

  private String acknowledge() {
    return ("curl -sS -X POST %s/api/incidents/RX-1/acknowledge"
            + " -H 'Authorization: Bearer %s' -H 'Content-Type: application/json' -d '{}'")
        .formatted(url(Listener.ESCALATION_ENGINE), token);
  }

  private String arrival() {
    return plan.providers().role(InstalledProviders.PAGERDUTY) == Role.SANDBOX
        ? "See it arrive:\n\n  curl -sS '"
            + url(Listener.SANDBOX)
            + "/requests?provider=pagerduty'\n"
        : "It arrives where your PagerDuty key leads.\n";
  }

  private String providers() {
    return plan.providers().roles().entrySet().stream()
        .map(entry -> "%-17s %s".formatted(entry.getKey(), said(entry.getKey(), entry.getValue())))
        .collect(Collectors.joining("\n  "));
  }

  private String said(String provider, Role role) {
    return switch (role) {
      case REAL -> "real";
      case SANDBOX ->
          "played by the sandbox, "
              + url(Listener.SANDBOX)
              + (provider.equals(InstalledProviders.EMAIL) ? "/mail" : "/" + provider);
      case UNCONFIGURED ->
          provider.equals(InstalledProviders.DATADOG)
              ? "not configured: acknowledgements are not written back"
              : "not configured: its step fails at once to the next method";
    };
  }

  private String url(Listener listener) {
    return plan.ports().url(listener);
  }
}
