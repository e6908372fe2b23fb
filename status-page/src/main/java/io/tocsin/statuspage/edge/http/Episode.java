package io.tocsin.statuspage.edge.http;

import io.tocsin.statuspage.core.ComponentNow;
import io.tocsin.statuspage.core.ComponentStatus;
import io.tocsin.statuspage.core.IncidentNow;
import io.tocsin.statuspage.core.PublicIncident;
import io.tocsin.statuspage.core.PublicUpdate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An incident as templates show it: names that they ask for, nothing to decide.
 *
 * @param status the look of what it makes of its component
 * @param phase where it stands
 * @param ended null while it goes on
 */
record Episode(
    String id,
    String name,
    String status,
    String phase,
    Moment started,
    @Nullable Moment ended,
    List<Update> updates) {

  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  static Episode of(IncidentNow now) {
    PublicIncident incident = now.incident();
    return new Episode(
        now.id(),
        now.name(),
        css(ComponentStatus.of(incident.severity(), incident.phase())),
        incident.phase().words(),
        Moment.of(incident.startedAt()),
        incident.isResolved() ? Moment.of(incident.updatedAt()) : null,
        now.updates().stream().map(Update::of).toList());
  }

  /** The class of the style sheet for a status or an impact. */
  static String css(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** A time for machines and for people. */
  record Moment(String iso, String text) {
    static Moment of(Instant at) {
      return new Moment(Wire.time(at), WORDS.format(at));
    }
  }

  record Update(String phase, String body, Moment at) {
    static Update of(PublicUpdate update) {
      return new Update(update.phase().words(), update.body(), Moment.of(update.at()));
    }
  }

  /** A component and how it does. */
  record Standing(String title, String status, String words) {
    static Standing of(ComponentNow now) {
      return new Standing(now.component().title(), css(now.status()), now.status().words());
    }
  }
}
