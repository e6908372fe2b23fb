package io.tocsin.statuspage.edge.http;

import io.tocsin.statuspage.core.ComponentStatus;
import io.tocsin.statuspage.core.Overview;
import io.tocsin.statuspage.core.Overview.ComponentNow;
import io.tocsin.statuspage.core.Overview.IncidentNow;
import io.tocsin.statuspage.core.Phase;
import io.tocsin.statuspage.core.PhaseChange;
import io.tocsin.statuspage.core.PublicIncident;
import io.tocsin.statuspage.core.PublicText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the template is filled with: names that it asks for, nothing to decide. */
record PageView(
    String name,
    String style,
    String headline,
    String indicator,
    boolean silent,
    @Nullable Moment knownAt,
    boolean hasUnresolved,
    List<Episode> unresolved,
    List<Standing> components,
    List<Episode> resolved,
    Moment changedAt) {

  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  record Moment(String iso, String text) {
    static Moment of(Instant at) {
      return new Moment(Wire.time(at), WORDS.format(at));
    }
  }

  record Standing(String title, String status, String words) {
    static Standing of(ComponentNow now) {
      return new Standing(now.component().title(), css(now.status()), now.status().words());
    }
  }

  record Update(String phase, String body, Moment at) {}

  record Episode(String name, String status, List<Update> updates) {
    static Episode of(IncidentNow now) {
      PublicIncident incident = now.incident();
      List<Update> updates = new ArrayList<>();
      for (PhaseChange change : incident.phases()) {
        updates.add(
            new Update(
                words(change.phase()),
                PublicText.body(change.phase(), now.component().component(), incident.severity()),
                Moment.of(change.at())));
      }
      Collections.reverse(updates);
      return new Episode(
          now.name(), css(ComponentStatus.of(incident.severity(), incident.phase())), updates);
    }
  }

  static PageView of(PageIdentity identity, String style, Overview overview, Instant now) {
    Instant knownAt = overview.freshness().knownAt();
    return new PageView(
        identity.name(),
        style,
        overview.headline(),
        knownAt == null ? "unknown" : css(overview.indicator()),
        !overview.freshness().isFresh(now),
        knownAt == null ? null : Moment.of(knownAt),
        !overview.unresolved().isEmpty(),
        overview.unresolved().stream().map(Episode::of).toList(),
        overview.components().stream().map(Standing::of).toList(),
        overview.resolved().stream().map(Episode::of).toList(),
        Moment.of(overview.state().changedAt()));
  }

  private static String words(Phase phase) {
    return switch (phase) {
      case INVESTIGATING -> "Investigating";
      case MONITORING -> "Monitoring";
      case RESOLVED -> "Resolved";
    };
  }

  private static String css(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
