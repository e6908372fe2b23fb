package io.tocsin.sandbox;

import io.tocsin.sandbox.core.Person;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the sandbox is set up.
 *
 * @param dataDirectory where {@code requests.jsonl} lies; made if need be
 * @param recordsInMemory how many of the newest requests are shown; the file keeps all
 * @param memory how large these may be together, as JSON
 * @param restored how much of the file's end is read again at a start, so that it is not slow;
 *     tickets are numbered on and so all read
 * @param smtpPort where mail is taken, on loopback; 0 for any that is free
 * @param people who may act on the pages; anybody else can be named there too
 */
@ConfigurationProperties("tocsin.sandbox")
public record SandboxSettings(
    @DefaultValue("tocsin-data/sandbox") Path dataDirectory,
    @DefaultValue("200000") int recordsInMemory,
    @DefaultValue("128MB") DataSize memory,
    @DefaultValue("128MB") DataSize restored,
    @DefaultValue("0") int smtpPort,
    @DefaultValue PagerDutySettings pagerduty,
    @DefaultValue GitHubSettings github,
    @DefaultValue SlackSettings slack,
    @DefaultValue CallbackSettings callbacks,
    @DefaultValue List<Person> people) {

  public SandboxSettings {
    require(recordsInMemory >= 1, "tocsin.sandbox.records-in-memory must be 1 or more");
    require(memory.toBytes() >= 1, "tocsin.sandbox.memory must be 1B or more");
  }

  /**
   * How the stand-in for PagerDuty is set up.
   *
   * @param eventsPerMinute events per routing key within any 60 seconds; 0 means no limit
   * @param alerts how many alerts are remembered; the one first opened is forgotten first
   */
  public record PagerDutySettings(
      @DefaultValue("120") int eventsPerMinute, @DefaultValue("50000") int alerts) {

    public PagerDutySettings {
      require(
          eventsPerMinute >= 0,
          "tocsin.sandbox.pagerduty.events-per-minute must be 0 (no limit) or more");
      require(alerts >= 1, "tocsin.sandbox.pagerduty.alerts must be 1 or more");
    }
  }

  /**
   * How the stand-in for GitHub is set up.
   *
   * @param issues how many issues are remembered; the one first opened is forgotten first
   */
  public record GitHubSettings(@DefaultValue("10000") int issues) {

    public GitHubSettings {
      require(issues >= 1, "tocsin.sandbox.github.issues must be 1 or more");
    }
  }

  /**
   * How the stand-in for Slack is set up.
   *
   * @param messages how many messages are remembered; the first written is forgotten first
   * @param url where the sandbox itself is reached, without a slash at its end: answers to what
   *     people do are sent there
   */
  public record SlackSettings(
      @DefaultValue("20000") int messages, @DefaultValue("http://127.0.0.1:8090") String url) {

    public SlackSettings {
      require(messages >= 1, "tocsin.sandbox.slack.messages must be 1 or more");
    }
  }

  /**
   * Where what is done at a provider is told, and how that is proven.
   *
   * @param url of the notifier, without a slash at its end
   * @param ofPrograms whether what Tocsin itself did is told as well, as providers do
   */
  public record CallbackSettings(
      @DefaultValue("http://127.0.0.1:8083") String url,
      @DefaultValue("sandbox") String pagerdutySecret,
      @DefaultValue("sandbox") String githubSecret,
      @DefaultValue("sandbox") String slackSecret,
      @DefaultValue("sandbox-token") String phoneToken,
      @DefaultValue("true") boolean ofPrograms) {

    /** Never with the secrets. */
    @Override
    public String toString() {
      return "CallbackSettings[" + url + "]";
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
