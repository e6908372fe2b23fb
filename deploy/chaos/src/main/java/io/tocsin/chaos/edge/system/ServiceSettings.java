package io.tocsin.chaos.edge.system;

import io.tocsin.chaos.core.evidence.Limits;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What each process is told; the rest stands in the service's own settings.
 *
 * @param folder of the run
 */
record ServiceSettings(Path folder, Addresses addresses) {
  private static final String SANDBOX_MEMORY = "64MB";

  private static final String ACCOUNT = "AC000000000000000000000000000c4a05";
  private static final String OUR_NUMBER = "+12025550199";

  Map<String, String> of(Target target) {
    Map<String, String> settings = new HashMap<>();
    if (target == Target.BROKER) {
      return settings;
    }
    settings.put("server.address", "127.0.0.1");
    settings.put("server.port", Integer.toString(addresses.http(target)));
    settings.put("tocsin.kafka.bootstrap-servers", "127.0.0.1:" + addresses.proxy(target));
    settings.put("tocsin.kafka.flush", "true");
    settings.put("tocsin.kafka.replication-factor", "1");
    settings.put("tocsin.policies", policies().toString());
    settings.put("tocsin.data-directory", folder.resolve(target.label()).toString());
    switch (target) {
      case ALERT_INGEST -> {
        settings.putAll(alarms());
        settings.putAll(alarmsOfIngest());
      }
      case ESCALATION_ENGINE -> {
        settings.put("tocsin.engine.tokens-file", tokens().toString());
        settings.putAll(alarms());
      }
      case NOTIFIER -> settings.putAll(channels());
      case SANDBOX -> settings.putAll(sandbox());
      default -> {}
    }
    return settings;
  }

  /** What ingest or engine cannot do, the catch-all hears at the sandbox too. */
  private Map<String, String> alarms() {
    return Map.of(
        "tocsin.alarm.pagerduty.events-url",
        providers() + "/pagerduty",
        "tocsin.alarm.pagerduty.stand-in-keys",
        "true");
  }

  /** What may wait half a minute may wait some seconds: no fault lasts longer. */
  private Map<String, String> alarmsOfIngest() {
    String prefix = "tocsin.alarm.sms.";
    return Map.of(
        "tocsin.alarm.after",
        Limits.USUAL.waiting().toSeconds() + "s",
        prefix + "api-url",
        providers() + "/phone",
        prefix + "account-sid",
        ACCOUNT,
        prefix + "auth-token",
        People.PHONE_TOKEN,
        prefix + "from",
        OUR_NUMBER);
  }

  private String providers() {
    return "http://127.0.0.1:" + addresses.proxy(Target.SANDBOX);
  }

  /** Every channel goes to the sandbox; what was a minute is a second, so limits are lifted. */
  private Map<String, String> channels() {
    String providers = providers();
    Map<String, String> settings = new HashMap<>();
    String prefix = "tocsin.notifier.";
    settings.put(prefix + "owed-again", "5s");
    settings.put(prefix + "pagerduty.events-url", providers + "/pagerduty");
    settings.put(prefix + "pagerduty.stand-in-keys", "true");
    settings.put(prefix + "pagerduty.webhook-secret", People.CALLBACKS);
    settings.put(prefix + "slack.api-url", providers + "/slack/api");
    settings.put(prefix + "slack.bot-token", People.CALLBACKS);
    settings.put(prefix + "slack.signing-secret", People.CALLBACKS);
    settings.put(prefix + "slack.messages-per-minute", "0");
    settings.put(prefix + "slack.edits-per-minute", "0");
    settings.put(prefix + "github.api-url", providers + "/github");
    settings.put(prefix + "github.token", People.CALLBACKS);
    settings.put(prefix + "github.webhook-secret", People.CALLBACKS);
    settings.put(prefix + "github.calls-per-minute", "0");
    settings.put(prefix + "datadog.api-url", providers + "/datadog");
    settings.put(prefix + "datadog.api-key", People.DATADOG_KEY);
    settings.put(
        prefix + "mail.smtp-url",
        "smtp://127.0.0.1:%d?from=tocsin@example.com".formatted(addresses.mailProxy()));
    settings.put(prefix + "phone.api-url", providers + "/phone");
    settings.put(prefix + "phone.account-sid", ACCOUNT);
    settings.put(prefix + "phone.auth-token", People.PHONE_TOKEN);
    settings.put(prefix + "phone.from", OUR_NUMBER);
    settings.put(prefix + "phone.callbacks-url", addresses.url(Target.NOTIFIER));
    return settings;
  }

  private Map<String, String> sandbox() {
    Map<String, String> settings = new HashMap<>();
    String prefix = "tocsin.sandbox.";
    settings.put(prefix + "data-directory", folder.resolve(Target.SANDBOX.label()).toString());
    settings.put(prefix + "memory", SANDBOX_MEMORY);
    settings.put(prefix + "pagerduty.events-per-minute", "0");
    settings.put(prefix + "smtp-port", Integer.toString(addresses.mail()));
    settings.put(prefix + "slack.url", addresses.url(Target.SANDBOX));
    settings.put(prefix + "callbacks.url", addresses.url(Target.NOTIFIER));
    settings.put(prefix + "callbacks.pagerduty-secret", People.CALLBACKS);
    settings.put(prefix + "callbacks.slack-secret", People.CALLBACKS);
    settings.put(prefix + "callbacks.github-secret", People.CALLBACKS);
    settings.put(prefix + "callbacks.phone-token", People.PHONE_TOKEN);
    return settings;
  }

  Path policies() {
    return folder.resolve("policies");
  }

  Path tokens() {
    return folder.resolve("tokens.yaml");
  }
}
