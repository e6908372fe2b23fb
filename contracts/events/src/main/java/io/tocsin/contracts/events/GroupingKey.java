package io.tocsin.contracts.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import java.util.TreeMap;

/**
 * What makes alerts one incident: team, service, environment and the grouping labels that the
 * policy names, hashed behind the team's code. The key of {@code classified-alerts}.
 */
public record GroupingKey(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public GroupingKey {
    TeamCode.ofKey(value);
  }

  public static GroupingKey of(
      TeamCode team, String service, String environment, Map<String, String> labels) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(labels)
        .forEach((name, value) -> text.append(name).append('=').append(value).append('\0'));
    return new GroupingKey(team.key(Hashes.of(service, environment, text.toString())));
  }

  /** A declared incident groups with nothing: its key is its own. */
  public static GroupingKey ofDeclaration(TeamCode team, String commandId) {
    return new GroupingKey(team.key(Hashes.of("declared", commandId)));
  }

  public TeamCode team() {
    return TeamCode.ofKey(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
