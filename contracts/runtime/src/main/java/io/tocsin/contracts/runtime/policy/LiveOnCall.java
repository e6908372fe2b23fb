package io.tocsin.contracts.runtime.policy;

import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.calendar.OnCallBook;
import io.tocsin.contracts.policy.calendar.Outage;
import io.tocsin.contracts.policy.calendar.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The files' policies with what live sources say of who is on call laid over them. */
final class LiveOnCall {
  private Policies files;
  private final Map<TeamCode, OnCallBook> books = new HashMap<>();
  private volatile Policies laid;

  LiveOnCall(Policies files) {
    this.files = files;
    this.laid = files;
  }

  Policies policies() {
    return laid;
  }

  synchronized void over(Policies fresh) {
    files = fresh;
    lay();
  }

  synchronized void change(TeamCode team, UnaryOperator<OnCallBook> change) {
    books.put(team, change.apply(book(team)));
    lay();
  }

  private void lay() {
    laid = books.isEmpty() ? files : files.with(books);
  }

  synchronized OnCallBook book(TeamCode team) {
    return books.getOrDefault(team, OnCallBook.EMPTY);
  }

  synchronized Map<TeamCode, List<Reading>> readings() {
    Map<TeamCode, List<Reading>> readings = new TreeMap<>();
    books.forEach(
        (team, book) ->
            readings.put(
                team,
                book.roles().values().stream()
                    .map(OnCallBook.Entry::reading)
                    .filter(Objects::nonNull)
                    .toList()));
    return readings;
  }

  /** The sources that are away, by team and role. */
  synchronized Map<String, Outage> outages() {
    Map<String, Outage> outages = new TreeMap<>();
    books.forEach(
        (team, book) ->
            book.roles()
                .forEach(
                    (role, entry) -> {
                      if (entry.outage() != null) {
                        outages.put(team + "/" + role, entry.outage());
                      }
                    }));
    return outages;
  }

  /** For health: what an operator has to mend. */
  Map<String, Object> told() {
    Map<String, Object> told = new TreeMap<>();
    outages()
        .forEach(
            (role, outage) ->
                told.put(
                    "on-call " + role,
                    "not read since %s: %s".formatted(outage.since(), outage.reason())));
    return told;
  }
}
