package io.tocsin.sandbox.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Which calls or texts Twilio lists when it is asked. */
final class PhoneSearch {
  private static final int PAGE_SIZE = 50;

  private PhoneSearch() {}

  /** Those that fit the query, the latest first. */
  static <T> List<T> newest(
      Map<String, T> all,
      Form query,
      Function<T, String> to,
      Function<T, String> from,
      Predicate<T> wanted) {
    List<T> latestFirst = new ArrayList<>(all.values());
    Collections.reverse(latestFirst);
    return latestFirst.stream()
        .filter(each -> fits(query.text("To"), to.apply(each)))
        .filter(each -> fits(query.text("From"), from.apply(each)))
        .filter(wanted)
        .limit(pageSize(query))
        .toList();
  }

  private static boolean fits(String asked, String has) {
    return asked.isEmpty() || asked.equals(has);
  }

  private static int pageSize(Form query) {
    String asked = query.text("PageSize");
    return asked.matches("[1-9]\\d{0,3}") ? Integer.parseInt(asked) : PAGE_SIZE;
  }
}
