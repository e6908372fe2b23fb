package io.tocsin.alertingest.core.datadog;

import io.tocsin.alertingest.core.Text;
import io.tocsin.contracts.events.Link;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Where Datadog shows the alert. What is no web address is no link. */
final class DatadogLinks {
  private static final List<String> EVENT =
      List.of("link", "url", "sourceurl", "alerturl", "eventurl");
  private static final List<String> GRAPH = List.of("snapshot", "snapshoturl");
  private static final int LONGEST = 2048;

  private DatadogLinks() {}

  static List<Link> of(Fields fields) {
    List<Link> links = new ArrayList<>();
    EVENT.forEach(name -> add(links, "Datadog", fields, name));
    GRAPH.forEach(name -> add(links, "Graph", fields, name));
    return links;
  }

  private static void add(List<Link> links, String text, Fields fields, String name) {
    fields
        .first(name)
        .map(Text::line)
        .filter(DatadogLinks::isWebAddress)
        .filter(href -> links.stream().noneMatch(link -> link.href().equals(href)))
        .ifPresent(href -> links.add(new Link(text, href)));
  }

  private static boolean isWebAddress(String href) {
    if (href.length() > LONGEST || !(href.startsWith("https://") || href.startsWith("http://"))) {
      return false;
    }
    try {
      return URI.create(href).getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
