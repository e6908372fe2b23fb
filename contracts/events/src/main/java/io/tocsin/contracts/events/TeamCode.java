package io.tocsin.contracts.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A team's short unique code ({@code RX}). Every incident-side record key begins with it and a
 * hyphen, so that a team lives on one partition.
 */
public record TeamCode(@JsonValue String value) implements Comparable<TeamCode> {
  static final String CANARY = "CANARY";
  private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9]{1,7}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public TeamCode {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "team code '" + value + "' must be 2 to 8 capitals or digits and begin with a letter");
    }
    value = RepeatedText.once(value);
  }

  /** Whether it is kept for canaries: no policy may use it. */
  public boolean isOfCanaries() {
    return value.startsWith(CANARY);
  }

  /** The record key of this team for {@code rest}: {@code RX-rest}. */
  public String key(String rest) {
    return value + "-" + rest;
  }

  /** The team whose key this is: what stands before the first hyphen. */
  public static TeamCode ofKey(String key) {
    int hyphen = key.indexOf('-');
    return new TeamCode(hyphen < 0 ? key : key.substring(0, hyphen));
  }

  @Override
  public int compareTo(TeamCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
