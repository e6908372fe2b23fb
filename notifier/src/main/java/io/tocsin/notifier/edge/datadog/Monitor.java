package io.tocsin.notifier.edge.datadog;

import io.tocsin.contracts.events.Link;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The monitor that an incident's first alert came from, by the link that the alert brought to it.
 *
 * @param id Datadog's number of it
 */
record Monitor(String id) {
  private static final Pattern PAGE =
      Pattern.compile("https?://[^/\\s]+/monitors/(\\d{1,18})(?:[/?#].*)?");

  /** Empty where the alert did not say which monitor it came from. */
  static Optional<Monitor> in(List<Link> links) {
    return links.stream()
        .map(link -> PAGE.matcher(link.href()))
        .filter(Matcher::matches)
        .findFirst()
        .map(page -> new Monitor(page.group(1)));
  }
}
