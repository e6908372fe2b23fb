package io.tocsin.notifier.edge.github;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An issue as people write it, {@code healthflow/portals#12}: what {@code deliveries} keeps of a
 * ticket. A comment's name begins with its issue's.
 *
 * @param repository owner and name
 */
record IssueName(String repository, int number) {
  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+)#([1-9]\\d{0,8})(/.*)?");

  /** The issue that {@code reference} names, itself or one of its comments. */
  static Optional<IssueName> of(String reference) {
    Matcher form = FORM.matcher(reference);
    return form.matches()
        ? Optional.of(new IssueName(form.group(1), Integer.parseInt(form.group(2))))
        : Optional.empty();
  }

  /** The name of its comment with that id. */
  String comment(long id) {
    return this + "/comment/" + id;
  }

  @Override
  public String toString() {
    return repository + "#" + number;
  }
}
