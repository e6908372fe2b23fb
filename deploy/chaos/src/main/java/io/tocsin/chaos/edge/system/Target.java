package io.tocsin.chaos.edge.system;

import java.util.Locale;

/** The processes, each of which anything can befall. */
public enum Target {
  BROKER("kafka", 320),
  ALERT_INGEST("io.tocsin.alertingest.AlertIngestApplication", 192),
  SEVERITY_CLASSIFIER("io.tocsin.severityclassifier.SeverityClassifierApplication", 224),
  ESCALATION_ENGINE("io.tocsin.escalationengine.EscalationEngineApplication", 320),
  NOTIFIER("io.tocsin.notifier.NotifierApplication", 192),
  STATUS_PAGE("io.tocsin.statuspage.StatusPageApplication", 192),
  SANDBOX("io.tocsin.sandbox.SandboxApplication", 224);

  private final String main;
  private final int heap;

  Target(String main, int heap) {
    this.main = main;
    this.heap = heap;
  }

  /** Its name in logs, folders and records: {@code alert-ingest}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it talks to Kafka through a listener and a proxy of its own. */
  public boolean usesKafka() {
    return this != BROKER && this != SANDBOX;
  }

  String main() {
    return this == BROKER ? ProxiedBroker.class.getName() : main;
  }

  /** In MB. */
  int heap() {
    return heap;
  }
}
