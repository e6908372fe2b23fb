package io.tocsin.notifier.edge.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Notification;
import io.tocsin.notifier.edge.provider.Proof.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Credentials are asked for at the start, and again until they hold. */
class CredentialsTest {
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final ExecutorService callers = Executors.newCachedThreadPool();
  private final AtomicReference<String> policy = new AtomicReference<>("one");
  private final LogLines log = new LogLines();
  private Credentials credentials;

  @AfterEach
  void stop() {
    if (credentials != null) {
      credentials.stop();
    }
    callers.shutdownNow();
    log.close();
  }

  @Test
  void refusedCredentialsAreSaidOnceAndAskedForUntilTheyHold() {
    AtomicReference<Proof> answer = new AtomicReference<>(Proof.refused("set SLACK_BOT_TOKEN"));
    Asked slack = new Asked(Channel.SLACK, answer::get);
    start(slack);
    await().until(() -> slack.times.get() > 2);
    assertThat(gauge("slack")).isZero();
    assertThat(said("credentials of slack are refused: set SLACK_BOT_TOKEN")).isOne();
    answer.set(Proof.holds("Slack knows the token"));
    await().until(() -> verdict(Channel.SLACK) == Verdict.HOLDS);
    assertThat(gauge("slack")).isOne();
    int asked = slack.times.get();
    policy.set("two");
    await().until(() -> slack.times.get() > asked);
  }

  @Test
  void aProviderThatHangsKeepsNoOtherWaitingAndIsNotAskedTwiceAtOnce() {
    CountDownLatch never = new CountDownLatch(1);
    Asked hangs =
        new Asked(
            Channel.EMAIL,
            () -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return Proof.holds("late");
            });
    AtomicInteger turn = new AtomicInteger();
    Asked slack =
        new Asked(
            Channel.SLACK,
            () -> turn.incrementAndGet() < 5 ? Proof.unknown("HTTP 503") : Proof.holds("well"));
    start(hangs, slack);
    await().until(() -> verdict(Channel.SLACK) == Verdict.HOLDS);
    assertThat(hangs.times).hasValue(1);
    assertThat(credentials.of(Channel.EMAIL)).isEmpty();
    assertThat(gauge("email")).isNaN();
  }

  @Test
  void whatIsNotConfiguredIsNotAsked() {
    Asked unset =
        new Asked(Channel.PHONE, () -> Proof.holds("never")) {
          @Override
          public Optional<String> missing() {
            return Optional.of("set TWILIO_ACCOUNT_SID");
          }
        };
    Asked slack = new Asked(Channel.SLACK, () -> Proof.holds("well"));
    start(unset, slack);
    await().until(() -> verdict(Channel.SLACK) == Verdict.HOLDS);
    assertThat(unset.times).hasValue(0);
    assertThat(meters.find("tocsin.notifier.credentials").tag("channel", "phone").gauge()).isNull();
  }

  @Test
  void aProviderThatDoesNotAnswerRefusesNothing() {
    start(
        new Asked(
            Channel.SLACK,
            () -> {
              throw new IOException("no route");
            }));
    await().until(() -> verdict(Channel.SLACK) == Verdict.UNKNOWN);
    assertThat(gauge("slack")).isNaN();
  }

  private long said(String words) {
    return log.lines().stream().filter(line -> line.contains(words)).count();
  }

  private void start(ChannelSender... channels) {
    credentials =
        new Credentials(List.of(channels), policy::get, callers, Duration.ofMillis(20), meters);
    credentials.start();
  }

  private Verdict verdict(Channel channel) {
    return credentials.of(channel).map(Proof::verdict).orElse(null);
  }

  private double gauge(String channel) {
    return meters.get("tocsin.notifier.credentials").tag("channel", channel).gauge().value();
  }

  /** What a channel's provider would say. */
  private interface Question {
    Proof ask() throws IOException;
  }

  private static class Asked implements ChannelSender {
    private final Channel channel;
    private final Question question;
    final AtomicInteger times = new AtomicInteger();

    Asked(Channel channel, Question question) {
      this.channel = channel;
      this.question = question;
    }

    @Override
    public Channel channel() {
      return channel;
    }

    @Override
    public List<ProviderCall> calls(
        Notification notification, Notification.Act act, List<Integer> pages) {
      return List.of();
    }

    @Override
    public Proof prove() throws IOException {
      times.incrementAndGet();
      return question.ask();
    }
  }
}
