package io.tocsin.notifier.edge.github;

import io.tocsin.contracts.events.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lets title and labels follow the incident's level; saying it twice changes nothing. */
final class RefreshTicket extends TicketCall {
  private static final Set<String> LEVELS =
      Stream.of(Severity.values()).map(Severity::name).collect(Collectors.toSet());

  private final IncidentTicket ticket;
  private final String title;
  private final List<String> labels;

  RefreshTicket(
      GitHubHttp http, int perMinute, IncidentTicket ticket, String title, List<String> labels) {
    super(http, perMinute);
    this.ticket = ticket;
    this.title = title;
    this.labels = labels;
  }

  @Override
  String say(Issues issues) throws IOException, GitHubSaid {
    IssueName issue = ticket.get(issues);
    issues.revise(issue, title, LEVELS, labels);
    return issue.toString();
  }
}
