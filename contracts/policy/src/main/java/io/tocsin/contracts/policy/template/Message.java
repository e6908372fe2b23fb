package io.tocsin.contracts.policy.template;

import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A template about to be shown. Where the medium has too little room, the longest values are cut
 * first, so that every line of the form is still there; each cut says how much is missing.
 */
final class Message {
  private static final int[] ROOM_FOR_A_VALUE = {10_000, 2_000, 1_000, 500, 250, 120, 60, 30};
  private final TemplateKind kind;
  private final TemplateFile file;
  private final Values values;
  private final ZoneId zone;

  Message(TemplateKind kind, TemplateFile file, Values values, ZoneId zone) {
    this.kind = kind;
    this.file = file;
    this.values = values;
    this.zone = zone;
  }

  Rendered in(Medium medium) {
    String text = "";
    for (int room : ROOM_FOR_A_VALUE) {
      Shown shown = new Shown(medium.markup(), zone, room);
      text = text(medium, shown);
      if (text.length() <= medium.limit()) {
        return new Rendered(subject(medium), text, shown.shortened(), file.name());
      }
    }
    return new Rendered(subject(medium), Ending.cut(text, medium.limit()), true, file.name());
  }

  private String text(Medium medium, Shown shown) {
    Map<String, @Nullable Object> ready = shown.of(kind.variables(), values);
    return medium.shaped(
        medium.subjectLimit() == 0
            ? file.whole(medium.markup(), ready)
            : file.body(medium.markup(), ready));
  }

  /** Without a subject of its own, a message is known by its first line. */
  private @Nullable String subject(Medium medium) {
    if (medium.subjectLimit() == 0) {
      return null;
    }
    Map<String, @Nullable Object> ready =
        new Shown(Markup.TEXT, zone, medium.subjectLimit()).of(kind.variables(), values);
    CompiledText subject = file.subject();
    String line =
        subject == null
            ? file.body(Markup.TEXT, ready).lines().findFirst().orElse("").replaceFirst("^#+ ", "")
            : subject.fill(Markup.TEXT, ready);
    return Ending.cut(Medium.joined(line, " "), medium.subjectLimit());
  }
}
