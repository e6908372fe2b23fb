package io.tocsin.escalationengine.edge.http;

import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * Which incidents a list shows: those of any of the states, severities and services that are named
 * (repeated, or with commas between), all where none is.
 */
record IncidentFilter(
    Set<IncidentState> states, Set<Severity> severities, Set<String> services, int limit)
    implements Predicate<Incident> {
  private static final int LIMIT = 200;
  private static final int LIMIT_AT_MOST = 1_000;

  static IncidentFilter of(ServerRequest request) {
    return new IncidentFilter(
        named(request, "state").stream()
            .map(IncidentFilter::state)
            .collect(Collectors.toUnmodifiableSet()),
        named(request, "severity").stream()
            .map(CommandBody::severity)
            .collect(Collectors.toUnmodifiableSet()),
        Set.copyOf(named(request, "service")),
        request.queryParam("limit").map(IncidentFilter::limit).orElse(LIMIT));
  }

  @Override
  public boolean test(Incident incident) {
    return (states.isEmpty() || states.contains(incident.state()))
        && (severities.isEmpty() || severities.contains(incident.assessment().severity()))
        && (services.isEmpty() || services.contains(incident.subject().service()));
  }

  private static List<String> named(ServerRequest request, String parameter) {
    return request.queryParams().getOrDefault(parameter, List.of()).stream()
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .distinct()
        .toList();
  }

  private static IncidentState state(String text) {
    return Arrays.stream(IncidentState.values())
        .filter(state -> word(state).equals(text.toLowerCase(Locale.ROOT).replace('_', '-')))
        .findAny()
        .orElseThrow(
            () ->
                ApiProblem.badRequest(
                    "'%s' is no state; there are %s"
                        .formatted(
                            text,
                            Arrays.stream(IncidentState.values())
                                .map(IncidentFilter::word)
                                .collect(Collectors.joining(", ")))));
  }

  private static String word(IncidentState state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static int limit(String text) {
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= LIMIT_AT_MOST) {
        return limit;
      }
    } catch (NumberFormatException e) {
      throw badLimit(text);
    }
    throw badLimit(text);
  }

  private static ApiProblem badLimit(String text) {
    return ApiProblem.badRequest("'limit' must be 1 to 1000, was '" + text + "'");
  }
}
