package io.tocsin.contracts.policy.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of YAML. What is wrong is reported at its place and replaced, so that one reading
 * finds everything; what was replaced is remembered, and no later check speaks of it again.
 */
public final class Binder {
  private final Places places;

  public Binder(Places places) {
    this.places = places;
  }

  /** The file whose sections stand at {@code root}. */
  public <R extends Record> R bind(YamlValue root, Class<R> type) {
    return type.cast(fields(type, root, Name.NONE));
  }

  /** The file when there is none: every key is left out, and nothing said of it. */
  public <R extends Record> R empty(Class<R> type) {
    Record made = Substitutes.of(type);
    places.put(made, Places.Place.nowhere());
    return type.cast(made);
  }

  /** What a file of this type holds. */
  public static String purpose(Class<? extends Record> type) {
    Says says = type.getAnnotation(Says.class);
    return says == null ? type.getSimpleName() : says.value();
  }

  private @Nullable Object read(Shape shape, YamlValue value, Name name) {
    if (shape instanceof Shape.Scalar scalar) {
      return value.as(scalar.kind()).orElse(null);
    }
    if (shape instanceof Shape.Many many) {
      return many(many, value);
    }
    if (shape instanceof Shape.Named named) {
      return named(named, value);
    }
    if (shape instanceof Shape.Fields fields) {
      return fields(fields.type(), value, name);
    }
    Object plain = value.plain();
    return plain == null ? "" : plain;
  }

  private Object many(Shape.Many many, YamlValue value) {
    List<Object> items = new ArrayList<>();
    Set<Object> seen = new LinkedHashSet<>();
    for (YamlValue place : many.orOne() && !value.isList() ? List.of(value) : value.items()) {
      Object item = read(many.item(), place, Name.NONE);
      if (item != null
          && !seen.add(item)
          && many.item() instanceof Shape.Scalar
          && !many.repeating()) {
        place.reject("stands in this list twice", "keep one of them");
      } else if (item != null) {
        items.add(item);
      }
    }
    return many.asSet() ? seen : items;
  }

  private Object named(Shape.Named named, YamlValue value) {
    Map<Object, Object> entries = new LinkedHashMap<>();
    value
        .section()
        .ifPresent(
            section ->
                section
                    .entries()
                    .forEach(
                        (text, entry) -> {
                          Object name = entry.key().as(named.name()).orElse(null);
                          Object read =
                              read(
                                  named.value(),
                                  entry.value(),
                                  new Name(name == null ? text : name, entry.key()));
                          if (name != null && read != null) {
                            entries.put(name, read);
                          }
                        }));
    return entries;
  }

  private Object fields(Class<? extends Record> type, YamlValue value, Name name) {
    Section section = value.section().orElse(null);
    if (section == null) {
      return made(type, value, null, null, name);
    }
    Choice choice = Choice.of(type);
    return made(type, value, section, choice.in(section, value), name);
  }

  /**
   * @param chosen the option whose keys stand among those of {@code section}
   */
  private Record made(
      Class<? extends Record> type,
      YamlValue value,
      @Nullable Section section,
      @Nullable Class<? extends Record> chosen,
      Name name) {
    Places.Place place = new Places.Place(value);
    List<@Nullable Object> values = new ArrayList<>();
    for (Member member : Member.of(type)) {
      YamlValue found = section == null ? null : section.find(member.key());
      if (member.isName()) {
        values.add(name(member, name, place));
      } else if (member.isChoice()) {
        values.add(chosen == null ? null : made(chosen, value, section, null, Name.NONE));
      } else if (found == null) {
        values.add(missing(member, value, section != null, place));
      } else {
        values.add(present(member, found, place));
      }
    }
    Record made = Substitutes.make(type, values);
    places.put(made, place);
    return made;
  }

  private static @Nullable Object name(Member member, Name name, Places.Place place) {
    if (name.place != null) {
      place.found(member, name.place);
    }
    return member.isNamed(name.value) ? name.value : Substitutes.of(member.shape());
  }

  private @Nullable Object present(Member member, YamlValue found, Places.Place place) {
    place.found(member, found);
    Object read = read(member.shape(), found, Name.NONE);
    if (read == null) {
      place.broke(member);
      return Substitutes.of(member.shape());
    }
    int size = size(read);
    if (size >= 0 && size < member.least()) {
      found.rejectAs(
          member.key(), size == 0 ? "this is empty" : "these are too few", member.remedy());
      place.broke(member);
    }
    return read;
  }

  private @Nullable Object missing(
      Member member, YamlValue section, boolean isSection, Places.Place place) {
    String standard = member.standard();
    if (standard != null) {
      return Substitutes.standard(member.shape(), standard);
    }
    if (member.isNeeded()) {
      if (isSection) {
        section.reject(member.key(), "this key is missing", member.remedy());
      }
      place.broke(member);
    }
    return member.optional() ? null : Substitutes.of(member.shape());
  }

  private static int size(Object read) {
    if (read instanceof Map<?, ?> map) {
      return map.size();
    }
    return read instanceof Collection<?> items ? items.size() : -1;
  }

  /** The name under which a section stands, and where. */
  private record Name(Object value, @Nullable YamlValue place) {
    static final Name NONE = new Name("", null);
  }
}
