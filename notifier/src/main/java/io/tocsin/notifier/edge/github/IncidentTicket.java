package io.tocsin.notifier.edge.github;

import io.tocsin.notifier.edge.provider.Answer;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * The ticket of an incident.
 *
 * @param known its name, if {@code deliveries} knows it
 * @param marker of the notification that is being sent
 * @param since when it may have been opened at the earliest, with room for GitHub's clock
 */
record IncidentTicket(String repository, Optional<IssueName> known, Marker marker, Instant since) {

  /** By what we know, else by its mark: the first of the incident, whichever message opened it. */
  Optional<IssueName> find(Issues issues) throws IOException, GitHubSaid {
    return known.isPresent() ? known : issues.find(repository, marker::namesIncident, since);
  }

  /** The same, where there must be one: it may still be on its way. */
  IssueName get(Issues issues) throws IOException, GitHubSaid {
    return find(issues)
        .orElseThrow(
            () ->
                new GitHubSaid(
                    0, Answer.Kind.BUSY, "the ticket of " + marker.incident() + " is not there"));
  }
}
