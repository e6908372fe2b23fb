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
      Items items = many(many, value);
      return items == null ? null : items.read();
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

  /** Null, and reported, when it is no list. */
  private @Nullable Items many(Shape.Many many, YamlValue value) {
    List<YamlValue> written =
        many.orOne() && !value.isList() ? List.of(value) : value.items().orElse(null);
    if (written == null) {
      return null;
    }
    List<Object> items = new ArrayList<>();
    List<YamlValue> kept = new ArrayList<>();
    Set<Object> seen = new LinkedHashSet<>();
    for (YamlValue place : written) {
      Object item = read(many.item(), place, Name.NONE);
      if (item != null
          && !seen.add(item)
          && many.item() instanceof Shape.Scalar
          && !many.repeating()) {
        place.reject("stands in this list twice", "keep one of them");
      } else if (item != null) {
        items.add(item);
        kept.add(place);
      }
    }
    return new Items(many.asSet() ? seen : items, kept);
  }

  /** Null, and reported, when it is no section. */
  private @Nullable Object named(Shape.Named named, YamlValue value) {
    Section section = value.section().orElse(null);
    if (section == null) {
      return null;
    }
    Map<Object, Object> entries = new LinkedHashMap<>();
    section
        .entries()
        .forEach(
            (text, entry) -> {
              Object name = name(named.name(), text, entry.key(), section);
              Object read =
                  read(
                      named.value(),
                      entry.value(),
                      new Name(name == null ? text : name, entry.key()));
              if (name != null && read != null) {
                entries.put(name, read);
              }
            });
    return entries;
  }

  /**
   * The name, or the one that was probably meant where nobody else has it; null when it is none.
   */
  private static @Nullable Object name(Kind<?> kind, String text, YamlValue place, Section all) {
    Object name = place.as(kind).orElse(null);
    return name == null
        ? kind.meant(text)
            .filter(meant -> all.find(meant) == null)
            .flatMap(kind::parse)
            .orElse(null)
        : name;
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
    Places.Place place = new Places.Place(value, name.place);
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
    if (found.isNothing() && member.holdsOthers()) {
      found.reject(member.key(), "this is empty", member.remedyWhenEmpty());
      place.broke(member);
      return Substitutes.of(member.shape());
    }
    Object read = read(member, found, place);
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

  private @Nullable Object read(Member member, YamlValue found, Places.Place place) {
    if (member.shape() instanceof Shape.Many many) {
      Items items = many(many, found);
      place.kept(member, items == null ? List.of() : items.places());
      return items == null ? null : items.read();
    }
    return read(member.shape(), found, Name.NONE);
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

  /** What a list has, and where each of it stands. */
  private record Items(Collection<Object> read, List<YamlValue> places) {}

  /** The name under which a section stands, and where. */
  private record Name(Object value, @Nullable YamlValue place) {
    static final Name NONE = new Name("", null);
  }
}
