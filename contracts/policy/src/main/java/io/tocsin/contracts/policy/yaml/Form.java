package io.tocsin.contracts.policy.yaml;

import io.tocsin.contracts.events.Channel;
import java.util.List;
import java.util.function.Function;

/** The forms of texts for which Java has no type. */
public enum Form {
  /** Any words. */
  TEXT(Kind.matching("must be a text", "write some words after the colon", "[\\s\\S]+")),

  /** A name that keys, ids and commands hold on to. */
  NAME(
      Kind.matching(
          "is no name",
          "use small letters, digits and hyphens, as in 'on-call'",
          "[a-z0-9][a-z0-9._-]{0,62}")),

  /** A reference to a secret, which never stands in a file. */
  SECRET(
      Kind.matching(
          "must be a reference, not the secret itself",
          "write ${SOME_NAME} and set that environment variable",
          "\\$\\{[A-Z][A-Z0-9_]*}")),

  PHONE(address("is no phone number", "write it as +12025550123", "\\+[1-9]\\d{6,14}")),

  /** A name, or an id of Slack's: of a channel, a person or a user group. */
  SLACK(
      address(
          "is no Slack address",
          "write #channel, @somebody, an id (C…, U…, S…)",
          "[#@][^\\s#@]{1,80}|[CDGSUW][A-Z0-9]{6,20}")),

  EMAIL(address("is no mail address", "write it as role@example.com", "[^\\s@]+@[^\\s@]+")),

  WEB_ADDRESS(
      Kind.matching(
          "is no web address",
          "write it whole, as in https://example.com/dashboard",
          "https?://\\S+")),

  /** A repository as GitHub names it. */
  REPOSITORY(
      Kind.matching(
          "is no repository", "write owner/name, as in example/portals", "[\\w.-]+/[\\w.-]+")),

  /** An SNS topic: partition, region, account and name. */
  TOPIC(
      Kind.matching(
          "is no SNS topic",
          "write its ARN, as in arn:aws:sns:us-east-1:123456789012:alarms",
          "arn:aws(?:-cn|-us-gov)?:sns:[a-z]{2}(?:-[a-z]+)+-\\d:\\d{12}:[A-Za-z0-9_-]{1,256}")),

  /** The wire formats that ingest takes, as alerts, integrations and rules name them. */
  SOURCE(
      Kind.named(
          "is no such source",
          List.of(
              "datadog",
              "cloudwatch",
              "eventbridge",
              "alertmanager",
              "grafana",
              "cloudevents",
              "generic",
              "pagerduty",
              "report",
              "heartbeat"),
          Function.identity())),

  /** A wait that is one. */
  WAIT(Kinds.WAIT),

  /** A channel on which a person is called. */
  CALLING(
      Kind.named(
          "is no way to call a person",
          List.of(Channel.PAGERDUTY, Channel.PHONE, Channel.SLACK, Channel.EMAIL),
          Channel::wireName));

  private final Kind<?> kind;

  Form(Kind<?> kind) {
    this.kind = kind;
  }

  Kind<?> kind() {
    return kind;
  }

  private static Kind<String> address(String message, String remedy, String pattern) {
    return Kind.matching(
        message, remedy + ", or a reference ${SOME_NAME}", pattern + "|\\$\\{[A-Z][A-Z0-9_]*}");
  }
}
