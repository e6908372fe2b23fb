package io.tocsin.contracts.policy.yaml;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where each record that was read stands, so that a check of meaning can say it too. */
public final class Places {
  private final Map<Object, Place> places = new IdentityHashMap<>();

  /**
   * Reports {@code flaw} where it stands, unless what stands there was reported already, or nobody
   * wrote it: a section that is missing was reported as such.
   */
  public void report(Flaw flaw) {
    Place place = places.get(flaw.where());
    String[] path = flaw.component().split("/", 2);
    if (place == null || place.self == null || place.broken.contains(path[0])) {
      return;
    }
    YamlValue value = place.members.get(path[0]);
    if (path[0].isEmpty() && place.name != null) {
      place.name.reject(flaw.message(), flaw.remedy());
    } else if (value == null) {
      String name = path[0].isEmpty() ? "a section" : Member.kebab(path[0]);
      place.self.reject(name, flaw.message(), flaw.remedy());
    } else if (path.length == 1) {
      value.rejectAs(Member.kebab(path[0]), flaw.message(), flaw.remedy());
    } else {
      place.item(value, path[0], path[1]).reject(flaw.message(), flaw.remedy());
    }
  }

  public void report(List<Flaw> flaws) {
    flaws.forEach(this::report);
  }

  /** The value of a component as it was written; null when it was left out. */
  public @Nullable YamlValue of(Object where, String component) {
    Place place = places.get(where);
    return place == null ? null : place.members.get(component);
  }

  /** Whether a component was reported as wrong or missing. */
  public boolean isBroken(Object where, String component) {
    Place place = places.get(where);
    return place != null && (place.self == null || place.broken.contains(component));
  }

  /** The line at which a record begins, from 1; 0 where nobody wrote it. */
  public int line(Object where) {
    Place place = places.get(where);
    return place == null || place.self == null ? 0 : place.self.line();
  }

  void put(Object record, Place place) {
    places.put(record, place);
  }

  /** Where one record stands. */
  static final class Place {
    private final @Nullable YamlValue self;
    private final @Nullable YamlValue name;
    private final Map<String, YamlValue> members = new HashMap<>();
    private final Map<String, List<YamlValue>> items = new HashMap<>();
    private final Set<String> broken = new HashSet<>();

    /**
     * @param name under which it stands; null where it has none
     */
    Place(YamlValue self, @Nullable YamlValue name) {
      this.self = self;
      this.name = name;
    }

    private Place() {
      this.self = null;
      this.name = null;
    }

    /** Of a file that is missing, which was said. */
    static Place nowhere() {
      return new Place();
    }

    void found(Member member, YamlValue value) {
      members.put(member.component(), value);
    }

    /** The items of a list that could be read, which are those that its record has. */
    void kept(Member member, List<YamlValue> read) {
      items.put(member.component(), read);
    }

    private YamlValue item(YamlValue list, String component, String step) {
      List<YamlValue> read = items.getOrDefault(component, List.of());
      return step.matches("\\d{1,6}") && Integer.parseInt(step) < read.size()
          ? read.get(Integer.parseInt(step))
          : list.below(step);
    }

    void broke(Member member) {
      broken.add(member.component());
    }
  }
}
