package io.tocsin.notifier.edge.github;

import java.io.IOException;
import java.util.Optional;

/** Opens an incident's ticket, once (RUN-04.3). */
final class OpenTicket extends TicketCall {
  private final IncidentTicket ticket;
  private final Issues.NewIssue issue;
  private boolean maybeThere;

  OpenTicket(GitHubHttp http, int perMinute, IncidentTicket ticket, Issues.NewIssue issue) {
    super(http, perMinute);
    this.ticket = ticket;
    this.issue = issue;
  }

  @Override
  public void maybeSent() {
    maybeThere = true;
  }

  @Override
  String say(Issues issues) throws IOException, GitHubSaid {
    if (maybeThere) {
      Optional<IssueName> found = ticket.find(issues);
      if (found.isPresent()) {
        return found.get().toString();
      }
    }
    maybeThere = true;
    return issues.open(ticket.repository(), issue).toString();
  }
}
