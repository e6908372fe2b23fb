package io.tocsin.allinone.cases.file;

import io.tocsin.allinone.cases.Case;
import io.tocsin.allinone.cases.Expectation;
import io.tocsin.allinone.cases.Place;
import io.tocsin.allinone.cases.Step;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.TeamPolicy;
import io.tocsin.contracts.policy.yaml.Flaw;
import io.tocsin.contracts.policy.yaml.Places;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the cases of a team of what is written in one file. */
final class CaseReader {
  private final String file;
  private final Policies policies;
  private final TeamPolicy team;
  private final Places places;
  private final Webhooks webhooks;

  CaseReader(String file, Policies policies, TeamPolicy team, Places places, Webhooks webhooks) {
    this.file = file;
    this.policies = policies;
    this.team = team;
    this.places = places;
    this.webhooks = webhooks;
  }

  /**
   * @param sender the integration that speaks when a step names none; null: the team's only one
   */
  Case read(CaseFile.OfCase written, @Nullable String sender) {
    TeamTime time = new TeamTime(team.businessHours().zone());
    Instant start = start(written, time);
    boolean pending = written.pending() != null;
    Frame frame = new Frame(policies, team, places, time, start, pending, sender);
    GivenReader given = new GivenReader(frame, file, webhooks);
    List<Step> steps = written.given().stream().flatMap(step -> given.step(step).stream()).toList();
    ExpectReader expect = new ExpectReader(frame, file);
    List<Expectation> expected =
        written.expect().stream().flatMap(line -> expect.expectation(line).stream()).toList();
    Instant until = frame.time(written, "until", written.until(), last(start, steps, expected));
    if (written.until() != null && expected.stream().anyMatch(it -> it.from().isAfter(until))) {
      frame.reject(
          written,
          "until",
          "is before something that is expected",
          "take a later end, or leave it out");
    }
    return new Case(
        new Place(file, places.line(written)),
        written.name(),
        team.code(),
        written.shows(),
        written.pending(),
        team.businessHours().zone(),
        start,
        until,
        written.others() == CaseFile.Others.ALLOWED,
        written.installed() == null ? EnumSet.allOf(Channel.class) : written.installed(),
        steps,
        expected);
  }

  private Instant start(CaseFile.OfCase written, TeamTime time) {
    Optional<Instant> start = time.date(written.at());
    if (start.isEmpty()) {
      String form = "as in 2026-11-24T03:00, of " + team.businessHours().zone();
      places.report(new Flaw(written, "at", "is no time", time.remedy(written.at(), form)));
    }
    return start.orElse(Instant.EPOCH);
  }

  private static Instant last(Instant start, List<Step> given, List<Expectation> expected) {
    return Stream.concat(given.stream().map(Step::at), expected.stream().map(Expectation::to))
        .reduce(start, (one, other) -> one.isAfter(other) ? one : other);
  }
}
