package io.tocsin.alertingest.core.datadog;

import io.tocsin.alertingest.core.Text;
import io.tocsin.contracts.events.Link;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where Datadog shows the alert and its monitor. What is no web address is no link. */
final class DatadogLinks {
  private static final List<String> EVENT =
      List.of("link", "url", "sourceurl", "alerturl", "eventurl");
  private static final List<String> GRAPH = List.of("snapshot", "snapshoturl");
  private static final String EVENT_TEXT = "Datadog";
  private static final int LONGEST = 2048;
  private static final Pattern SITE =
      Pattern.compile("(https://(?:[a-z0-9-]+\\.)*(?:datadoghq\\.(?:com|eu)|ddog-gov\\.com))(/.*)");
  private static final Pattern MONITOR_ID = Pattern.compile("\\d{1,18}");

  private DatadogLinks() {}

  static List<Link> of(Fields fields) {
    List<Link> links = new ArrayList<>();
    EVENT.forEach(name -> add(links, EVENT_TEXT, fields, name));
    GRAPH.forEach(name -> add(links, "Graph", fields, name));
    fields
        .key("alertid", "monitorid")
        .filter(id -> MONITOR_ID.matcher(id).matches())
        .ifPresent(id -> addMonitor(links, id));
    return links;
  }

  /** The monitor itself (RUN-04.1c), at the site where Datadog shows what happened to it. */
  private static void addMonitor(List<Link> links, String id) {
    List<Matcher> shown =
        links.stream()
            .filter(link -> link.text().equals(EVENT_TEXT))
            .map(link -> SITE.matcher(link.href()))
            .filter(Matcher::matches)
            .toList();
    shown.stream()
        .filter(site -> shown.stream().noneMatch(page -> isMonitor(page.group(2), id)))
        .findFirst()
        .ifPresent(site -> links.add(new Link(Link.MONITOR, site.group(1) + "/monitors/" + id)));
  }

  private static boolean isMonitor(String path, String id) {
    String page = "/monitors/" + id;
    return path.startsWith(page)
        && (path.length() == page.length() || "/?#".indexOf(path.charAt(page.length())) >= 0);
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
