package io.tocsin.alertingest.core.cloudwatch;

import io.tocsin.alertingest.core.Text;
import io.tocsin.alertingest.core.cloudwatch.Alarm.Pair;
import io.tocsin.contracts.policy.Policies;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which service an alarm is of: its tag {@code service}; a dimension whose value is a service of
 * the catalog; the longest service that its name begins with; the one service that all alarms of a
 * composite one begin with; else what a dimension {@code service} says, though no catalog knows it.
 */
final class Services {
  private static final Set<String> SAYING = Set.of("service", "servicename", "service_name");

  private final Supplier<Policies> policies;

  Services(Supplier<Policies> policies) {
    this.policies = policies;
  }

  Optional<String> of(Alarm alarm) {
    List<String> catalog = catalog();
    List<Pair> dimensions = alarm.watched().dimensions();
    return alarm.tags().stream()
        .filter(tag -> tag.name().equalsIgnoreCase("service") && !tag.value().isBlank())
        .map(tag -> Text.line(tag.value()))
        .findFirst()
        .map(said -> known(said, catalog).orElse(said))
        .or(() -> said(dimensions).flatMap(value -> known(value, catalog).stream()).findFirst())
        .or(() -> values(dimensions).flatMap(value -> known(value, catalog).stream()).findFirst())
        .or(() -> beginning(alarm.arn().name(), catalog))
        .or(() -> ofChildren(alarm.watched().children(), catalog))
        .or(() -> said(dimensions).map(Text::line).filter(it -> !it.isEmpty()).findFirst());
  }

  /** The longest name first, so that {@code shop-api} is not taken for {@code shop}. */
  private List<String> catalog() {
    return policies.get().teams().values().stream()
        .flatMap(team -> team.services().keySet().stream())
        .distinct()
        .sorted(Comparator.comparing(String::length).reversed().thenComparing(it -> it))
        .toList();
  }

  private static Stream<String> said(List<Pair> dimensions) {
    return values(
        dimensions.stream()
            .filter(one -> SAYING.contains(one.name().toLowerCase(Locale.ROOT)))
            .toList());
  }

  private static Stream<String> values(List<Pair> dimensions) {
    return dimensions.stream().map(Pair::value);
  }

  private static Optional<String> known(String value, List<String> catalog) {
    return catalog.stream().filter(value.strip()::equalsIgnoreCase).findFirst();
  }

  private static Optional<String> beginning(String alarm, List<String> catalog) {
    String name = hyphened(alarm);
    return catalog.stream()
        .filter(service -> (name + "-").startsWith(hyphened(service) + "-"))
        .findFirst();
  }

  private static Optional<String> ofChildren(List<String> children, List<String> catalog) {
    Set<String> all =
        children.stream()
            .flatMap(child -> beginning(child, catalog).stream())
            .collect(Collectors.toSet());
    return all.size() == 1 ? Optional.of(all.iterator().next()) : Optional.empty();
  }

  /** {@code Shop API: errors} as {@code shop-api-errors}. */
  private static String hyphened(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }
}
