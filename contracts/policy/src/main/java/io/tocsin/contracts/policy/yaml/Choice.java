package io.tocsin.contracts.policy.yaml;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of several sets of keys a section has. A component of a sealed interface is such a choice:
 * the first key of each record that may stand there, its word, says which it is. Its interface
 * names them in {@code permits}, or their order would be the compiler's.
 *
 * @param own the keys that the section has whatever is chosen
 * @param says what is chosen, as its interface says it
 * @param options none: there is nothing to choose
 */
record Choice(Set<String> own, String says, List<Class<? extends Record>> options) {

  static Choice of(Class<? extends Record> type) {
    Set<String> own = new LinkedHashSet<>();
    for (Member member : Member.of(type)) {
      if (!member.isName() && !member.isChoice()) {
        own.add(member.key());
      }
    }
    return Member.of(type).stream()
        .filter(Member::isChoice)
        .map(Member::shape)
        .map(Shape.OneOf.class::cast)
        .findFirst()
        .map(choice -> new Choice(own, says(choice.type()), choice.options()))
        .orElse(new Choice(own, "", List.of()));
  }

  /** The option that {@code section} has; null when there is none, or reported when it has not. */
  @Nullable Class<? extends Record> in(Section section, YamlValue place) {
    if (options.isEmpty()) {
      section.allow(own);
      return null;
    }
    List<Class<? extends Record>> found =
        options.stream().filter(option -> section.find(Written.word(option)) != null).toList();
    if (found.size() == 1) {
      section.allow(with(Member.of(found.get(0)).stream().map(Member::key).toList()));
      return found.get(0);
    }
    if (found.size() > 1) {
      String words = String.join(", ", found.stream().map(option -> Written.word(option)).toList());
      place.reject(words, "are several things", "give each a section of its own");
    } else {
      none(section, place);
    }
    return null;
  }

  /** A word that is misspelt is the only mistake told; a detail without its word is none. */
  private void none(Section section, YamlValue place) {
    Set<String> known = new LinkedHashSet<>(own);
    options.forEach(option -> Member.of(option).forEach(member -> known.add(member.key())));
    List<String> words = options.stream().map(option -> Written.word(option)).toList();
    if (section.allow(known, with(words))) {
      place.reject("says not " + says, "write one of " + Kind.oneOf(words));
    }
  }

  private Set<String> with(List<String> others) {
    Set<String> all = new LinkedHashSet<>(others);
    all.addAll(own);
    return all;
  }

  private static String says(Class<?> choice) {
    Says says = choice.getAnnotation(Says.class);
    return says == null ? "which" : says.value();
  }
}
