package io.tocsin.contracts.policy.template;

import io.tocsin.contracts.policy.yaml.ConflictMarks;
import io.tocsin.contracts.policy.yaml.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads and checks one template file. */
final class TemplateReader {
  private static final int LONGEST = 50_000;
  private static final Pattern SUBJECT = Pattern.compile("\\A(Subject:[ \\t]*)([^\\n]*)\\n*");
  private final TemplateKind kind;
  private final Markup markup;
  private final TemplateFlaws flaws;

  TemplateReader(TemplateKind kind, Markup markup, TemplateFlaws flaws) {
    this.kind = kind;
    this.markup = markup;
    this.flaws = flaws;
  }

  /** The template; empty, and every reason reported, when it is not right. */
  Optional<TemplateFile> read(String name, String raw) {
    String text = raw.replace("\uFEFF", "").replace("\r\n", "\n");
    if (text.isBlank() || text.length() > LONGEST) {
      flaws.addToFile(
          text.isBlank() ? "this template is empty" : "this template is too long",
          "write the message, or take the file away: the built-in one is used then");
      return Optional.empty();
    }
    Optional<Problem> conflict = ConflictMarks.in(name, text);
    if (conflict.isPresent()) {
      flaws.add(conflict.get());
      return Optional.empty();
    }
    Matcher first = SUBJECT.matcher(text);
    boolean hasSubject = first.find();
    List<Piece> subject =
        hasSubject ? checked(first.group(2), new Place(1, 1).after(first.group(1))) : List.of();
    int begin = hasSubject ? first.end() : 0;
    List<Piece> body =
        checked(text.substring(begin), new Place(1, 1).after(text.substring(0, begin)));
    if (hasSubject && subject.isEmpty()) {
      flaws.add(new Place(1, 1), "Subject:", "this subject is empty", "write it, or drop the line");
    }
    return flaws.none()
        ? Optional.of(new TemplateFile(name, markup, compiled(subject), compile(body)))
        : Optional.empty();
  }

  private List<Piece> checked(String text, Place start) {
    List<Piece> pieces = new ArrayList<>(Pieces.of(text, start, flaws));
    ScopeCheck.check(pieces, kind, flaws);
    MarkupCheck.check(pieces, markup, flaws);
    return pieces;
  }

  private @Nullable CompiledText compiled(List<Piece> subject) {
    return subject.isEmpty() ? null : new CompiledText(subject, Markup.TEXT);
  }

  private CompiledText compile(List<Piece> body) {
    return new CompiledText(body, markup);
  }
}
