package io.tocsin.sandbox.edge.http;

import io.tocsin.sandbox.core.Answer;
import io.tocsin.sandbox.core.Datadog;
import io.tocsin.sandbox.core.Deed;
import io.tocsin.sandbox.core.Fault;
import io.tocsin.sandbox.core.Faults;
import io.tocsin.sandbox.core.GitHub;
import io.tocsin.sandbox.core.GitHubIssue;
import io.tocsin.sandbox.core.Happening;
import io.tocsin.sandbox.core.OutgoingCallback;
import io.tocsin.sandbox.core.PagerDuty;
import io.tocsin.sandbox.core.PagerDutyAlert;
import io.tocsin.sandbox.core.Phone;
import io.tocsin.sandbox.core.PlainSuccess;
import io.tocsin.sandbox.core.Provider;
import io.tocsin.sandbox.core.ReceivedRequest;
import io.tocsin.sandbox.core.RecentRequests;
import io.tocsin.sandbox.core.Slack;
import io.tocsin.sandbox.core.SlackWorkspace;
import io.tocsin.sandbox.edge.disk.Requests;
import io.tocsin.sandbox.edge.json.SandboxJson;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Takes requests one at a time, so that memory, file and PagerDuty's alerts agree on the order.
 *
 * <p>PagerDuty's alerts and GitHub's issues are what the recorded requests make of them: emptying
 * the records empties them, and a start brings them back.
 */
public final class Reception {

  private static final int PHONE_KEPT = 10_000;
  private static final int EVENTS_IN_A_MILLISECOND = 1_000;

  private final PagerDuty pagerDuty;
  private final Phone phone = new Phone(PHONE_KEPT);
  private final GitHub gitHub;
  private final Slack slack;
  private final Faults faults;
  private final Requests requests;
  private final SandboxJson json;
  private final InstantSource clock;
  private long sequence;

  /** Opens with what was recorded before. */
  public Reception(
      PagerDuty pagerDuty,
      GitHub gitHub,
      Slack slack,
      Faults faults,
      Requests requests,
      SandboxJson json,
      InstantSource clock)
      throws IOException {
    this.pagerDuty = pagerDuty;
    this.gitHub = gitHub;
    this.slack = slack;
    this.faults = faults;
    this.requests = requests;
    this.json = json;
    this.clock = clock;
    requests.restore(this::restore);
  }

  /** Takes a request, records it and says what is answered. */
  public synchronized Reply receive(Arrival arrival) {
    if (!requests.hasRoom()) {
      throw new ResponseStatusException(
          HttpStatus.SERVICE_UNAVAILABLE,
          "The disk of the sandbox does not keep up with the requests; send more slowly.");
    }
    Instant now = now();
    @Nullable Fault fault = faults.next(arrival.provider()).orElse(null);
    Optional<Answer> answer =
        fault != null && fault.refuses()
            ? Optional.empty()
            : Optional.of(answer(arrival, fault != null && fault.forget(), now));
    CompletableFuture<Void> recorded =
        requests.add(record(arrival, answer.map(Answer::takenAs).orElse(null), now));
    return reply(answer, fault, recorded);
  }

  /** The newest requests of that kind as JSON, at most so many, in order of arrival. */
  public synchronized List<byte[]> newest(Predicate<RecentRequests.Entry> kind, int limit) {
    return requests.newest(kind, limit);
  }

  /** PagerDuty's alerts, in the order in which they were first opened. */
  public synchronized List<PagerDutyAlert> alerts() {
    return pagerDuty.alerts();
  }

  /** What the phone holds, or what is done with it. */
  public synchronized <T> T phone(Function<Phone, T> question) {
    return question.apply(phone);
  }

  /** GitHub's issues, in the order in which they were opened. */
  public synchronized List<GitHubIssue> issues() {
    return gitHub.issues();
  }

  /** What Slack holds, or what is done with it. */
  public synchronized <T> T slack(Function<SlackWorkspace, T> question) {
    return question.apply(slack.workspace());
  }

  /** Lets a person do something; empty where there is nothing to do it to. */
  synchronized Optional<OutgoingCallback> act(Deed deed) {
    Instant now = now();
    String id = UUID.randomUUID().toString();
    return switch (deed.provider()) {
      case GITHUB -> gitHub.act(deed, id, now);
      case SLACK -> slack.act(deed, id, now);
      default -> pagerDuty.act(deed, id, now);
    };
  }

  /** What Slack does once what somebody did is answered. */
  synchronized void answered(Deed deed, int status, String body) {
    if (deed.provider() == Provider.SLACK) {
      slack.answered(deed, status, json.object(body).orElse(Map.of()), now());
    }
  }

  /** Now, as exact as all times here. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  synchronized CompletableFuture<Void> forgetRequests() {
    gitHub.clear();
    slack.clear();
    pagerDuty.clear();
    phone.clear();
    return requests.clear();
  }

  synchronized <T> T faults(Function<Faults, T> question) {
    return question.apply(faults);
  }

  synchronized void changeFaults(Consumer<Faults> change) {
    change.accept(faults);
  }

  private Answer answer(Arrival arrival, boolean forgets, Instant now) {
    if (arrival.provider() == Provider.PHONE) {
      return phone.answer(
          arrival.method(),
          arrival.path(),
          arrival.body(),
          arrival.headers().containsKey("authorization"),
          newId(),
          now);
    }
    if (arrival.provider() == Provider.GITHUB) {
      return gitHub.answer(
          arrival.method(),
          arrival.path(),
          json.object(arrival.body()),
          new Happening(newId(), now));
    }
    if (arrival.provider() == Provider.SLACK) {
      return slack.answer(
          arrival.path(),
          SlackForms.of(arrival.body(), json, arrival.headers()),
          null,
          new Happening(newId(), now));
    }
    if (arrival.provider() == Provider.DATADOG) {
      return Datadog.answer(
          arrival.method(),
          arrival.path(),
          json.object(arrival.body()),
          arrival.headers().containsKey("dd-api-key"),
          now.toEpochMilli() * EVENTS_IN_A_MILLISECOND + sequence++ % EVENTS_IN_A_MILLISECOND);
    }
    if (!arrival.isPagerDutyEvent()) {
      return PlainSuccess.of(arrival.provider(), arrival.method(), sequence++, now);
    }
    if (arrival.size() > PagerDuty.EVENT_LIMIT) {
      return PagerDuty.tooLarge();
    }
    Optional<Map<String, Object>> event = json.object(arrival.body());
    return forgets ? pagerDuty.forget(event, newId(), now) : pagerDuty.enqueue(event, newId(), now);
  }

  private static ReceivedRequest record(Arrival arrival, @Nullable String takenAs, Instant now) {
    return new ReceivedRequest(
        arrival.provider(),
        arrival.method(),
        arrival.path(),
        arrival.headers(),
        arrival.body(),
        now,
        takenAs);
  }

  private Reply reply(
      Optional<Answer> answer, @Nullable Fault fault, CompletableFuture<Void> recorded) {
    int status = answer.map(Answer::status).orElse(500);
    String body = answer.map(each -> json.text(each.json())).orElse("");
    @Nullable String takenAs = answer.map(Answer::takenAs).orElse(null);
    @Nullable OutgoingCallback webhook = answer.map(Answer::webhook).orElse(null);
    if (fault == null) {
      return new Reply(status, body, Duration.ZERO, false, takenAs, webhook, recorded);
    }
    boolean ownStatus = fault.status() == null;
    String faultBody = fault.body() != null ? fault.body() : ownStatus ? body : "";
    return new Reply(
        ownStatus ? status : fault.status(),
        faultBody,
        Duration.ofMillis(fault.delayMs()),
        fault.dropConnection(),
        takenAs,
        webhook,
        recorded);
  }

  /** A name that nothing had before. */
  static String newId() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  private void restore(ReceivedRequest request) {
    String takenAs = request.takenAs();
    if (takenAs != null && request.provider() == Provider.PHONE) {
      phone.restore(request.method(), request.path(), request.body(), takenAs, request.at());
    } else if (takenAs != null && request.provider() == Provider.SLACK) {
      slack.answer(
          request.path(),
          SlackForms.of(request.body(), json, request.headers()),
          takenAs,
          new Happening(newId(), request.at()));
    } else if (takenAs != null && request.provider() == Provider.GITHUB) {
      gitHub.answer(
          request.method(),
          request.path(),
          json.object(request.body()),
          new Happening(newId(), request.at()));
    } else if (takenAs != null && request.provider() == Provider.PAGERDUTY) {
      json.object(request.body()).ifPresent(each -> pagerDuty.restore(each, takenAs, request.at()));
    }
  }
}
