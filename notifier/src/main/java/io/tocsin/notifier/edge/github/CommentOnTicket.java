package io.tocsin.notifier.edge.github;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** Writes below an incident's ticket, once, and may close it (RUN-05.3, RUN-09.2). */
final class CommentOnTicket extends TicketCall {
  private final IncidentTicket ticket;
  private final String body;
  private final Instant since;
  private final boolean closes;
  private boolean maybeThere;

  CommentOnTicket(GitHubHttp http, int perMinute, IncidentTicket ticket, Comment comment) {
    super(http, perMinute);
    this.ticket = ticket;
    this.body = comment.body();
    this.since = comment.since();
    this.closes = comment.closes();
  }

  @Override
  public void maybeSent() {
    maybeThere = true;
  }

  @Override
  String say(Issues issues) throws IOException, GitHubSaid {
    IssueName issue = ticket.get(issues);
    long id = written(issues, issue);
    if (closes) {
      issues.close(issue);
    }
    return issue.comment(id);
  }

  private long written(Issues issues, IssueName issue) throws IOException, GitHubSaid {
    if (maybeThere) {
      Optional<Long> found = issues.findComment(issue, ticket.marker()::isIn, since);
      if (found.isPresent()) {
        return found.get();
      }
    }
    maybeThere = true;
    return issues.comment(issue, body);
  }

  /**
   * What is written.
   *
   * @param since when it may have been written at the earliest
   * @param closes whether the ticket is closed with it
   */
  record Comment(String body, Instant since, boolean closes) {}
}
