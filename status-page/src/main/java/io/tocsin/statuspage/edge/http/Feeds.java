package io.tocsin.statuspage.edge.http;

import com.samskivert.mustache.Template;
import io.tocsin.statuspage.core.IncidentNow;
import io.tocsin.statuspage.core.Overview;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The history for feed readers: an entry for each incident, revised in place, as Statuspage's feeds
 * are.
 */
final class Feeds {
  /** How many incidents a feed holds. */
  private static final int LISTED = 50;

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final DateTimeFormatter RFC_822 =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

  private final PageIdentity identity;
  private final Template updates = Templates.compile("feed-updates.mustache");

  Feeds(PageIdentity identity) {
    this.identity = identity;
  }

  byte[] atom(Overview overview) {
    XmlText xml = new XmlText();
    xml.begin("feed").attribute("xmlns", ATOM).attribute("xml:lang", "en");
    xml.text("id", tag("/history"));
    atomLink(xml, "alternate", "text/html", identity.url());
    atomLink(xml, "self", "application/atom+xml", identity.url() + "/history.atom");
    xml.text("title", title());
    xml.text("updated", rfc3339(overview.state().changedAt()));
    xml.begin("author").text("name", identity.name()).end();
    listed(overview).forEach(now -> entry(xml, now));
    return xml.end().bytes();
  }

  private void entry(XmlText xml, IncidentNow now) {
    xml.text("\n").begin("entry");
    xml.text("id", tag("Incident/" + now.id()));
    xml.text("published", rfc3339(now.incident().startedAt()));
    xml.text("updated", rfc3339(now.incident().updatedAt()));
    atomLink(xml, "alternate", "text/html", identity.link(now.id()));
    xml.text("title", now.name());
    xml.begin("content").attribute("type", "html").text(html(now)).end();
    xml.end();
  }

  byte[] rss(Overview overview) {
    XmlText xml = new XmlText();
    xml.begin("rss").attribute("version", "2.0").attribute("xmlns:atom", ATOM);
    xml.begin("channel");
    xml.text("title", title());
    xml.text("link", identity.url());
    xml.text("description", "Incidents and how they stand");
    xml.text("language", "en");
    xml.text("pubDate", RFC_822.format(overview.state().changedAt()));
    xml.empty("atom:link")
        .attribute("rel", "self")
        .attribute("type", "application/rss+xml")
        .attribute("href", identity.url() + "/history.rss");
    listed(overview).forEach(now -> item(xml, now));
    return xml.end().end().bytes();
  }

  private void item(XmlText xml, IncidentNow now) {
    xml.text("\n").begin("item");
    xml.text("title", now.name());
    xml.text("description", html(now));
    xml.text("pubDate", RFC_822.format(now.incident().updatedAt()));
    xml.text("link", identity.link(now.id()));
    xml.text("guid", identity.link(now.id()));
    xml.end();
  }

  private static void atomLink(XmlText xml, String rel, String type, String href) {
    xml.empty("link").attribute("rel", rel).attribute("type", type).attribute("href", href);
  }

  private String html(IncidentNow now) {
    return updates.execute(FeedUpdates.of(now)).strip();
  }

  private String title() {
    return identity.name() + " - Incident History";
  }

  private String tag(String what) {
    return "tag:" + identity.host() + ",2005:" + what;
  }

  private static String rfc3339(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static List<IncidentNow> listed(Overview overview) {
    return overview.incidents().stream().limit(LISTED).toList();
  }
}
