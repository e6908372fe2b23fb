package io.tocsin.contracts.policy;

import io.tocsin.contracts.policy.calendar.Rota;
import io.tocsin.contracts.policy.catalog.PagerDutyService;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The secrets that a policy names and never holds: {@code ${PAGERDUTY_RX_KEY}}. */
public final class SecretReferences {
  private static final Pattern FORM = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)}");

  private SecretReferences() {}

  /** The name in {@code text} when all of it is one reference. */
  public static Optional<String> name(String text) {
    Matcher reference = FORM.matcher(text);
    return reference.matches() ? Optional.of(reference.group(1)) : Optional.empty();
  }

  /** Every name that {@code policies} refer to: integration keys and contacts' methods, sorted. */
  public static Set<String> of(Policies policies) {
    Stream<String> keys = policies.integrations().values().stream().map(Integration::key);
    Stream<String> methods =
        Stream.concat(
                policies.teams().values().stream().map(TeamPolicy::contacts),
                Stream.of(policies.catchAll().contacts()))
            .flatMap(contacts -> contacts.values().stream())
            .map(contact -> contact.methods().values())
            .flatMap(Collection::stream);
    Stream<String> services =
        policies.teams().values().stream()
            .flatMap(team -> team.services().values().stream())
            .flatMap(service -> service.pagerduty().values().stream())
            .map(PagerDutyService::key)
            .filter(Objects::nonNull);
    Stream<String> people =
        policies.teams().values().stream()
            .flatMap(team -> team.onCall().people().values().stream())
            .flatMap(person -> person.methods().byChannel().values().stream());
    Stream<String> schedules =
        policies.teams().values().stream()
            .flatMap(team -> team.onCall().rotas().values().stream())
            .map(Rota::pagerdutySchedule)
            .filter(Objects::nonNull);
    Set<String> names = new TreeSet<>();
    Stream.of(keys, methods, services, people, schedules)
        .flatMap(it -> it)
        .forEach(text -> name(text).ifPresent(names::add));
    return names;
  }
}
