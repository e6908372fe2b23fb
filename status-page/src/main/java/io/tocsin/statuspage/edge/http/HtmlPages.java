package io.tocsin.statuspage.edge.http;

import com.samskivert.mustache.Template;
import io.tocsin.statuspage.core.IncidentNow;
import io.tocsin.statuspage.core.Overview;
import io.tocsin.statuspage.edge.http.Episode.Moment;
import io.tocsin.statuspage.edge.http.Episode.Standing;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pages for people: each one document with its style inside, no script, nothing fetched. What
 * is filled in is escaped by the template engine unless a template says otherwise, and only the
 * style does.
 */
final class HtmlPages {
  private final Map<String, String> frame;
  private final String kept;
  private final String style = Templates.read("page.css");
  private final Template page = Templates.compile("page.mustache");
  private final Template incident = Templates.compile("incident.mustache");
  private final Template history = Templates.compile("history.mustache");
  private final Template notFound = Templates.compile("not-found.mustache");

  /**
   * @param keptFor how long a resolved incident can be read
   */
  HtmlPages(PageIdentity identity, Duration keptFor) {
    this.frame = Map.of("site", identity.name(), "style", style);
    this.kept = keptFor.toDays() == 1 ? "24 hours" : keptFor.toDays() + " days";
  }

  /** How all services do now, and what happened lately. */
  record FirstPage(
      String title,
      String indicator,
      @Nullable AsOf stale,
      boolean hasUnresolved,
      List<Episode> unresolved,
      List<Standing> components,
      List<Episode> resolved,
      Moment changedAt) {}

  /** What is said while Kafka is not heard. */
  record AsOf(@Nullable Moment knownAt) {
    static @Nullable AsOf of(Overview overview) {
      Instant known = overview.freshness().knownAt();
      return overview.isStale() ? new AsOf(known == null ? null : Moment.of(known)) : null;
    }
  }

  /** One incident with all that was ever said of it. */
  record IncidentPage(String title, @Nullable AsOf stale, Episode episode) {}

  /** A sheet of the past. */
  record HistoryPage(
      String title, @Nullable AsOf stale, String kept, HistorySheet sheet, boolean empty) {}

  record NotFoundPage(String title, String kept) {}

  String overview(Overview overview) {
    return fill(
        page,
        new FirstPage(
            overview.headline(),
            overview.isKnown() ? Episode.css(overview.indicator()) : "unknown",
            AsOf.of(overview),
            !overview.unresolved().isEmpty(),
            overview.unresolved().stream().map(Episode::of).toList(),
            overview.components().stream().map(Standing::of).toList(),
            overview.resolvedLately().stream().map(Episode::of).toList(),
            Moment.of(overview.state().changedAt())));
  }

  /** Empty when no incident has {@code id}, or none that is public. */
  Optional<String> incident(Overview overview, String id) {
    return overview.incident(id).map(now -> incident(overview, now));
  }

  private String incident(Overview overview, IncidentNow now) {
    return fill(incident, new IncidentPage(now.name(), AsOf.of(overview), Episode.of(now)));
  }

  /** Empty when there are not so many sheets. */
  Optional<String> history(Overview overview, int number) {
    return HistorySheet.of(overview.incidents(), number)
        .map(
            sheet ->
                fill(
                    history,
                    new HistoryPage(
                        "Incident history",
                        AsOf.of(overview),
                        kept,
                        sheet,
                        sheet.months().isEmpty())));
  }

  String notFound() {
    return fill(notFound, new NotFoundPage("No such page", kept));
  }

  /** Allows our style, known by its hash, and nothing else at all. */
  String contentSecurityPolicy() {
    return "default-src 'none'; style-src 'sha256-"
        + Base64.getEncoder().encodeToString(sha256(style))
        + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  private String fill(Template template, Object view) {
    StringWriter out = new StringWriter();
    template.execute(view, frame, out);
    return out.toString();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java runtime has SHA-256", e);
    }
  }
}
