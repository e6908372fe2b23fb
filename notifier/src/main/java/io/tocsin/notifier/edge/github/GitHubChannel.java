package io.tocsin.notifier.edge.github;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Communication.Told;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.MessageKind;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Notification.Act;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.conduct.Ticket;
import io.tocsin.contracts.policy.message.MessageText;
import io.tocsin.contracts.policy.template.Medium;
import io.tocsin.contracts.policy.template.Rendered;
import io.tocsin.contracts.policy.template.TemplateKind;
import io.tocsin.contracts.runtime.Text;
import io.tocsin.notifier.core.Reasons;
import io.tocsin.notifier.edge.provider.CannotSend;
import io.tocsin.notifier.edge.provider.ChannelSender;
import io.tocsin.notifier.edge.provider.Proof;
import io.tocsin.notifier.edge.provider.ProviderCall;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * An incident's ticket is a GitHub issue: opened, written to, kept at its level and closed. GitHub
 * knows no idempotency key, so each text bears a mark that readers do not see and an attempt in
 * doubt looks for.
 */
public final class GitHubChannel implements ChannelSender {
  static final String PROVIDER = "github";

  /** As far as GitHub's clock may be behind ours. */
  private static final Duration SKEW = Duration.ofMinutes(10);

  private final GitHubHttp http;
  private final GitHubSettings settings;
  private final Supplier<String> installation;
  private final Supplier<Policies> policies;
  private final Function<Notification, MessageText> words;
  private final Function<IncidentId, Optional<String>> tickets;

  /**
   * @param installation the id that tells this installation's marks from another's
   * @param policies as they are now: repository and labels are looked up anew for each call
   * @param words how a notification is said
   * @param tickets the reference of an incident's ticket, if it is known
   */
  GitHubChannel(
      GitHubHttp http,
      GitHubSettings settings,
      Supplier<String> installation,
      Supplier<Policies> policies,
      Function<Notification, MessageText> words,
      Function<IncidentId, Optional<String>> tickets) {
    this.http = http;
    this.settings = settings;
    this.installation = installation;
    this.policies = policies;
    this.words = words;
    this.tickets = tickets;
  }

  @Override
  public Channel channel() {
    return Channel.GITHUB;
  }

  @Override
  public Optional<String> missing() {
    return settings.token().isEmpty() ? Optional.of("set GITHUB_TOKEN") : Optional.empty();
  }

  @Override
  public List<ProviderCall> calls(Notification notification, Act act, List<Integer> pages)
      throws CannotSend {
    refuseWhatCannotBe(notification, act);
    if (isEcho(notification)) {
      return List.of();
    }
    Ticket policy = policy(notification);
    IncidentTicket ticket = ticket(notification, policy.repository());
    List<String> labels =
        Stream.concat(
                policy.labels().stream().sorted(),
                Stream.of(notification.content().severity().name()))
            .toList();
    return List.of(call(notification, act, ticket, labels));
  }

  private ProviderCall call(
      Notification notification, Act act, IncidentTicket ticket, List<String> labels) {
    int perMinute = settings.callsPerMinute();
    boolean opens = notification.content().kind() == MessageKind.TICKET;
    if (act == Act.REFRESH || (opens && ticket.known().isPresent())) {
      String title =
          title(words.apply(notification).of(notification, TemplateKind.TICKET, Medium.GITHUB));
      return new RefreshTicket(http, perMinute, ticket, title, labels);
    }
    Rendered said = words.apply(notification).of(notification, Medium.GITHUB);
    String body = body(said.text(), ticket.marker());
    if (opens) {
      Issues.NewIssue issue = new Issues.NewIssue(title(said), body, labels);
      return new OpenTicket(http, perMinute, ticket, issue);
    }
    boolean closes = notification.content().kind() == MessageKind.TICKET_CLOSED;
    return new CommentOnTicket(
        http,
        perMinute,
        ticket,
        new CommentOnTicket.Comment(body, notification.requestedAt().minus(SKEW), closes));
  }

  private void refuseWhatCannotBe(Notification notification, Act act) throws CannotSend {
    Optional<String> missing = missing();
    if (missing.isPresent()) {
      throw CannotSend.unconfigured(missing.get());
    }
    if ((act != Act.TELL && act != Act.REFRESH) || !notification.recipient().equals(Told.TICKET)) {
      throw new CannotSend(
          new Reason("unsuited", "GitHub holds the incident's ticket; it rings nobody"));
    }
    Optional<Instant> pause = http.pause().current();
    if (pause.isPresent()) {
      throw new CannotSend(
          new Reason(
              Reasons.RATE_LIMITED, "rate limited: GitHub asked us to wait until " + pause.get()));
    }
  }

  /** A finding that was written on the ticket stands there. */
  private static boolean isEcho(Notification notification) {
    return notification.content().kind() == MessageKind.FINDING
        && notification.content().said().getOrDefault("by", "").startsWith(PROVIDER + ":");
  }

  private Ticket policy(Notification notification) throws CannotSend {
    var team = policies.get().team(notification.incident().team());
    return team.map(policy -> policy.conduct().ticket())
        .orElseThrow(
            () ->
                CannotSend.unconfigured(
                    "the policy of %s names no ticket repository"
                        .formatted(notification.incident().team())));
  }

  private IncidentTicket ticket(Notification notification, String repository) {
    Optional<IssueName> known = tickets.apply(notification.incident()).flatMap(IssueName::of);
    return new IncidentTicket(
        known.map(IssueName::repository).orElse(repository),
        known,
        new Marker(installation.get(), notification.incident(), notification.id().toString()),
        notification.content().startedAt().minus(SKEW));
  }

  private static String title(Rendered said) {
    return Objects.requireNonNullElse(said.subject(), "INCIDENT");
  }

  private static String body(String text, Marker marker) {
    String mark = "\n\n" + marker;
    return Text.cut(text, Medium.GITHUB.limit() - mark.length()) + mark;
  }

  /** By reading each repository in which tickets are opened. */
  @Override
  public Proof prove() throws IOException {
    return new GitHubToken(http, policies).prove();
  }
}
