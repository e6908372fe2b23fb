package io.tocsin.allinone.up;

import io.tocsin.allinone.up.Ports.Listener;
import io.tocsin.allinone.up.Providers.Role;
import io.tocsin.contracts.runtime.KafkaSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What {@code up} tells each service; the rest stands in the service's own settings.
 *
 * @param folder the data folder
 * @param sandboxSecret by which the sandbox proves its callbacks where none is set
 */
record ServiceSettings(Plan plan, Path folder, KafkaSettings kafka, String sandboxSecret) {
  /** What is cut off goes on at the next start; a person who stops it does not wait longer. */
  private static final String STOP = "2s";

  /** An account of nobody; the token proves the sandbox's callbacks, on loopback only. */
  private static final String SANDBOX_ACCOUNT = "AC0000000000000000000000005a0db000";

  private static final String SANDBOX_TOKEN = "sandbox-token";
  private static final String SANDBOX_NUMBER = "+12025550199";

  /** The sandbox shares its memory with what wakes people. */
  private static final String SANDBOX_MEMORY = "32MB";

  private static final int SANDBOX_MESSAGES = 5_000;
  private static final int SANDBOX_ISSUES = 2_000;

  /** More takes longer than the notifier does to begin with what fell due meanwhile. */
  private static final String SANDBOX_RESTORED = "8MB";

  Map<String, Object> of(Listener service) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("server.address", "127.0.0.1");
    settings.put("server.port", plan.ports().of(service));
    settings.put("spring.main.banner-mode", "off");
    settings.put("spring.lifecycle.timeout-per-shutdown-phase", STOP);
    settings.put("spring.reactor.netty.shutdown-quiet-period", "0s");
    settings.put("tocsin.kafka.bootstrap-servers", kafka.bootstrapServers());
    settings.put("tocsin.kafka.flush", kafka.flush());
    settings.put("tocsin.kafka.replication-factor", kafka.replicationFactor());
    settings.put("tocsin.policies", plan.policyRoot().toAbsolutePath().toString());
    settings.put("tocsin.data-directory", folder.resolve(service.label()).toString());
    settings.putAll(own(service));
    return settings;
  }

  private Map<String, Object> own(Listener service) {
    return switch (service) {
      case ALERT_INGEST -> ingest();
      case ESCALATION_ENGINE -> engine();
      case NOTIFIER -> notifier();
      case SANDBOX -> sandbox();
      default -> Map.of();
    };
  }

  /** A real listener is taken as it is; the sandbox listens where everything else is played too. */
  private Map<String, Object> ingest() {
    Map<String, Object> settings = alarms();
    if (isSandbox(InstalledProviders.PAGERDUTY)) {
      settings.put("tocsin.heartbeat.urls", orSandbox("TOCSIN_HEARTBEAT_URL", "/heartbeat/tocsin"));
    }
    return settings;
  }

  private Map<String, Object> engine() {
    Map<String, Object> settings = alarms();
    settings.put("tocsin.engine.tokens-file", folder.resolve(OperatorTokens.HASHED).toString());
    return settings;
  }

  private Map<String, Object> notifier() {
    Map<String, Object> settings = pagerDuty("tocsin.notifier.pagerduty");
    settings.putAll(callbacks());
    settings.putAll(datadog());
    settings.put("tocsin.notifier.drain", STOP);
    settings.put("tocsin.on-call.read", false);
    if (isSandbox(InstalledProviders.PAGERDUTY)) {
      settings.put(
          "tocsin.notifier.probe.url", orSandbox("TOCSIN_CANARY_URL", "/heartbeat/canary"));
    }
    if (isSandbox(InstalledProviders.EMAIL)) {
      settings.put(
          "tocsin.notifier.mail.smtp-url",
          "smtp://127.0.0.1:%d?from=tocsin@example.com"
              .formatted(plan.ports().of(Listener.SANDBOX_MAIL)));
    }
    if (isSandbox(InstalledProviders.PHONE)) {
      settings.putAll(sandboxPhone("tocsin.notifier.phone"));
      settings.put("tocsin.notifier.phone.callbacks-url", plan.ports().url(Listener.NOTIFIER));
    }
    return settings;
  }

  /** How ingest and engine call the catch-all when they cannot do what they are there for. */
  private Map<String, Object> alarms() {
    Map<String, Object> settings = pagerDuty("tocsin.alarm.pagerduty");
    if (isSandbox(InstalledProviders.PHONE)) {
      settings.putAll(sandboxPhone("tocsin.alarm.sms"));
    }
    return settings;
  }

  /** An account that only the sandbox knows. */
  private Map<String, Object> sandboxPhone(String prefix) {
    return Map.of(
        prefix + ".api-url",
        plan.ports().url(Listener.SANDBOX) + "/phone",
        prefix + ".account-sid",
        SANDBOX_ACCOUNT,
        prefix + ".auth-token",
        SANDBOX_TOKEN,
        prefix + ".from",
        SANDBOX_NUMBER);
  }

  private Map<String, Object> callbacks() {
    Map<String, Object> settings = new HashMap<>();
    if (isSandbox(InstalledProviders.GITHUB)) {
      String prefix = "tocsin.notifier.github";
      settings.put(prefix + ".api-url", plan.ports().url(Listener.SANDBOX) + "/github");
      settings.put(prefix + ".token", "sandbox");
      settings.put(prefix + ".webhook-secret", secret("GITHUB_WEBHOOK_SECRET"));
    }
    if (isSandbox(InstalledProviders.SLACK)) {
      String prefix = "tocsin.notifier.slack";
      settings.put(prefix + ".api-url", plan.ports().url(Listener.SANDBOX) + "/slack/api");
      settings.put(prefix + ".bot-token", "sandbox");
      settings.put(prefix + ".signing-secret", secret("SLACK_SIGNING_SECRET"));
    }
    if (isSandbox(InstalledProviders.PAGERDUTY)) {
      settings.put("tocsin.notifier.pagerduty.webhook-secret", secret("PAGERDUTY_WEBHOOK_SECRET"));
    }
    return settings;
  }

  private Map<String, Object> datadog() {
    String prefix = "tocsin.notifier.datadog";
    return isSandbox(InstalledProviders.DATADOG)
        ? Map.of(
            prefix + ".api-url",
            plan.ports().url(Listener.SANDBOX) + "/datadog",
            prefix + ".api-key",
            "sandbox")
        : Map.of();
  }

  private Map<String, Object> sandbox() {
    String callbacks = "tocsin.sandbox.callbacks.";
    Map<String, Object> settings = SandboxPeople.of(plan.policies().get());
    settings.put(
        "tocsin.sandbox.data-directory", folder.resolve(Listener.SANDBOX.label()).toString());
    settings.put("tocsin.sandbox.memory", SANDBOX_MEMORY);
    settings.put("tocsin.sandbox.slack.messages", SANDBOX_MESSAGES);
    settings.put("tocsin.sandbox.github.issues", SANDBOX_ISSUES);
    settings.put("tocsin.sandbox.restored", SANDBOX_RESTORED);
    settings.put("tocsin.sandbox.smtp-port", plan.ports().of(Listener.SANDBOX_MAIL));
    settings.put("tocsin.sandbox.slack.url", plan.ports().url(Listener.SANDBOX));
    settings.put(callbacks + "url", plan.ports().url(Listener.NOTIFIER));
    settings.put(callbacks + "pagerduty-secret", secret("PAGERDUTY_WEBHOOK_SECRET"));
    settings.put(callbacks + "github-secret", secret("GITHUB_WEBHOOK_SECRET"));
    settings.put(callbacks + "slack-secret", secret("SLACK_SIGNING_SECRET"));
    settings.put(callbacks + "phone-token", SANDBOX_TOKEN);
    return settings;
  }

  /** What is set under {@code name}, else the sandbox's own. */
  private String secret(String name) {
    return "${" + name + ":" + sandboxSecret + "}";
  }

  /** What is set under {@code name}, else {@code path} of the sandbox. */
  private String orSandbox(String name, String path) {
    return "${" + name + ":" + plan.ports().url(Listener.SANDBOX) + path + "}";
  }

  private boolean isSandbox(String provider) {
    return plan.providers().role(provider) == Role.SANDBOX;
  }

  private Map<String, Object> pagerDuty(String prefix) {
    Map<String, Object> settings = new HashMap<>();
    if (isSandbox(InstalledProviders.PAGERDUTY)) {
      settings.put(prefix + ".events-url", plan.ports().url(Listener.SANDBOX) + "/pagerduty");
      settings.put(prefix + ".stand-in-keys", true);
    }
    return settings;
  }
}
