package io.tocsin.contracts.policy.template;

import io.tocsin.contracts.events.Link;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Something that a template may show.
 *
 * @param name as templates write it: {@code {{next-steps}}}
 * @param meaning one sentence for the operator
 * @param fields what each record of a {@code LIST} has; empty for the other types
 * @param <T> what the engine gives for it
 */
@SuppressWarnings("UnusedTypeParameter") // it types Values.with
public record Variable<T>(String name, Type type, String meaning, List<Variable<?>> fields) {

  public Variable {
    fields = List.copyOf(fields);
  }

  /** By the name alone, which no two of one template share: each message asks for it often. */
  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /** How a value is shown. */
  public enum Type {
    /** Words of anybody: never trusted. */
    TEXT,
    /** A moment in the team's zone: {@code 2026-11-22 05:12 EET}. */
    TIME,
    /** A day: {@code 2026-11-22}. */
    DATE,
    /** {@code 1 h 12 min}. */
    DURATION,
    /** True or false: it opens a section and is never shown itself. */
    FLAG,
    /** A place to look, clickable where the channel can. */
    LINK,
    /** A person, group or Slack channel: told or linked where the channel can. */
    MENTION,
    /** Records: a section is repeated for each. */
    LIST
  }

  static Variable<String> text(String name, String meaning) {
    return new Variable<>(name, Type.TEXT, meaning, List.of());
  }

  static Variable<Instant> time(String name, String meaning) {
    return new Variable<>(name, Type.TIME, meaning, List.of());
  }

  static Variable<LocalDate> date(String name, String meaning) {
    return new Variable<>(name, Type.DATE, meaning, List.of());
  }

  static Variable<Duration> duration(String name, String meaning) {
    return new Variable<>(name, Type.DURATION, meaning, List.of());
  }

  static Variable<Boolean> flag(String name, String meaning) {
    return new Variable<>(name, Type.FLAG, meaning, List.of());
  }

  static Variable<Link> link(String name, String meaning) {
    return new Variable<>(name, Type.LINK, meaning, List.of());
  }

  static Variable<Mention> mention(String name, String meaning) {
    return new Variable<>(name, Type.MENTION, meaning, List.of());
  }

  static Variable<List<Values>> list(String name, String meaning, Variable<?>... fields) {
    return new Variable<>(name, Type.LIST, meaning, List.of(fields));
  }
}
