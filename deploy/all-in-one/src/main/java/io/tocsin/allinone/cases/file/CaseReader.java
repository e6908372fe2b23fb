package io.tocsin.allinone.cases.file;

import io.tocsin.allinone.cases.Case;
import io.tocsin.allinone.cases.Expectation;
import io.tocsin.allinone.cases.Step;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.TeamPolicy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one case of a team. */
final class CaseReader {
  private static final List<String> KEYS =
      List.of("name", "shows", "pending", "at", "until", "others", "installed", "given", "expect");
  private static final Form<String> OTHERS =
      Form.of("is nothing others can be", List.of("allowed", "none"));

  private final Policies policies;
  private final TeamPolicy team;
  private final Vocabulary vocabulary;
  private final Form<String> requirement;
  private final Webhooks webhooks;

  CaseReader(
      Policies policies,
      TeamPolicy team,
      Vocabulary vocabulary,
      Collection<String> requirements,
      Webhooks webhooks) {
    this.policies = policies;
    this.team = team;
    this.vocabulary = vocabulary;
    this.requirement = Form.of("is no id of a requirement", requirements);
    this.webhooks = webhooks;
  }

  /**
   * @param sender the integration that speaks when a step names none; null: the team's only one
   */
  Optional<Case> read(Value item, @Nullable String sender) {
    return item.fields().flatMap(fields -> read(item, fields.allow(KEYS), sender));
  }

  private Optional<Case> read(Value item, Fields fields, @Nullable String sender) {
    ZoneId zone = team.businessHours().zone();
    TeamTime time = new TeamTime(zone);
    Optional<String> name = fields.need("name", Form.TEXT, "say in a sentence what it shows");
    Optional<Instant> start =
        fields.need("at", time.date(), "say when it begins, as in 2026-11-24T03:00");
    Optional<String> pending = fields.find("pending", Form.TEXT);
    Frame frame =
        new Frame(
            policies,
            team,
            vocabulary,
            time,
            start.orElse(Instant.EPOCH),
            pending.isPresent(),
            sender);
    List<Step> given = given(fields, frame);
    List<Expectation> expected = expected(fields, frame);
    List<String> shows =
        fields.find("shows").map(value -> value.all(requirement)).orElse(List.of());
    boolean othersAllowed = fields.find("others", OTHERS).filter("allowed"::equals).isPresent();
    Set<Channel> installed = installed(fields);
    Instant until =
        fields.find("until", time.from(frame.start())).orElse(last(frame, given, expected));
    if (expected.stream().anyMatch(it -> it.from().isAfter(until))) {
      fields
          .find("until")
          .ifPresent(
              it ->
                  it.reject(
                      "is before something that is expected", "take a later end, or leave it out"));
    }
    if (name.isEmpty() || start.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Case(
            item.place(),
            name.get(),
            team.code(),
            shows,
            pending.orElse(null),
            zone,
            frame.start(),
            until,
            othersAllowed,
            installed,
            given,
            expected));
  }

  private List<Step> given(Fields fields, Frame frame) {
    GivenReader reader = new GivenReader(frame, webhooks);
    return fields.need("given", "list what happens, each line after '- '").stream()
        .flatMap(list -> list.items().stream())
        .flatMap(step -> reader.step(step).stream())
        .toList();
  }

  private List<Expectation> expected(Fields fields, Frame frame) {
    ExpectReader reader = new ExpectReader(frame);
    return fields.need("expect", "list what is to come of it, each line after '- '").stream()
        .flatMap(list -> list.items().stream())
        .flatMap(line -> reader.expectation(line).stream())
        .toList();
  }

  /** Every channel that nobody excludes: a case tests the policy, not what is bought. */
  private static Set<Channel> installed(Fields fields) {
    return fields
        .find("installed")
        .map(value -> (Set<Channel>) setOf(value.all(Form.CHANNEL)))
        .orElse(EnumSet.allOf(Channel.class));
  }

  private static EnumSet<Channel> setOf(List<Channel> channels) {
    EnumSet<Channel> set = EnumSet.noneOf(Channel.class);
    set.addAll(channels);
    return set;
  }

  private static Instant last(Frame frame, List<Step> given, List<Expectation> expected) {
    return Stream.concat(given.stream().map(Step::at), expected.stream().map(Expectation::to))
        .reduce(frame.start(), (one, other) -> one.isAfter(other) ? one : other);
  }
}
