package io.tocsin.sandbox.core;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A provider that the sandbox stands in for, with the path below which it is reached. */
public enum Provider {
  PAGERDUTY("/pagerduty"),
  SLACK("/slack/api"),
  GITHUB("/github"),
  SERVICENOW("/servicenow"),
  PHONE("/phone"),
  WEBHOOK("/webhook"),
  DATADOG("/datadog"),
  /** By SMTP; it has no path of its own over HTTP. */
  EMAIL("");

  private final String path;

  Provider(String path) {
    this.path = path;
  }

  /** The path before every path of this provider, without a slash at its end; empty for mail. */
  public String path() {
    return path;
  }

  /** The name people and scripts use: lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The provider of that name, whatever its case. */
  public static Optional<Provider> named(String word) {
    return Arrays.stream(values()).filter(each -> each.name().equalsIgnoreCase(word)).findFirst();
  }

  /** All paths, for messages to people. */
  public static List<String> paths() {
    return Arrays.stream(values()).map(Provider::path).filter(path -> !path.isEmpty()).toList();
  }

  /** All names, for messages to people: {@code pagerduty, slack, ...}. */
  public static String words() {
    return Arrays.stream(values()).map(Provider::word).collect(Collectors.joining(", "));
  }
}
