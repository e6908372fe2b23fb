package io.tocsin.notifier.edge.github;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Communication.Told;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Reason;
import io.tocsin.notifier.edge.callback.Reference;
import io.tocsin.notifier.edge.callback.References;
import io.tocsin.notifier.edge.provider.Answer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says on a ticket why what somebody asked for there was not done, once. */
final class Explanation {
  private static final Logger log = LoggerFactory.getLogger(Explanation.class);
  private static final Duration SKEW = Duration.ofMinutes(10);

  private final GitHubHttp http;
  private final References references;
  private final Supplier<String> installation;
  private final String baseUrl;

  /**
   * @param baseUrl where people reach Tocsin; empty when it is not said
   */
  Explanation(
      GitHubHttp http, References references, Supplier<String> installation, String baseUrl) {
    this.http = http;
    this.references = references;
    this.installation = installation;
    this.baseUrl = baseUrl.replaceAll("/+$", "");
  }

  boolean isPossible() {
    return !http.token().isEmpty();
  }

  /**
   * Gives it.
   *
   * @param command whose refusal it is: the same is not explained twice
   * @throws IOException when GitHub may take it later
   */
  void give(IncidentId incident, String command, Reason why, Instant at) throws IOException {
    Optional<IssueName> ticket =
        references
            .first(Channel.GITHUB, incident, Told.TICKET)
            .map(Reference::name)
            .flatMap(IssueName::of);
    if (ticket.isEmpty()) {
      log.warn("{} of {} was refused, and its ticket is not known", command, incident);
      return;
    }
    Marker marker = new Marker(installation.get(), incident, command);
    Issues issues = new Issues(http);
    try {
      if (issues.findComment(ticket.get(), marker::isIn, at.minus(SKEW)).isEmpty()) {
        issues.comment(ticket.get(), text(incident, why) + "\n\n" + marker);
      }
    } catch (GitHubSaid e) {
      if (e.answer().kind() == Answer.Kind.BUSY) {
        throw new IOException(e.answer().text(), e);
      }
      log.warn("GitHub does not take a comment on {}: {}", ticket.get(), e.answer().text());
    }
  }

  private String text(IncidentId incident, Reason why) {
    String place =
        baseUrl.isEmpty()
            ? incident.toString()
            : "[%s](<%s/incidents/%s>)".formatted(incident, baseUrl, incident);
    return "%s is not closed: %s.".formatted(place, why.text());
  }
}
