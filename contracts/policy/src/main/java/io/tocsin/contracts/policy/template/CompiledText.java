package io.tocsin.contracts.policy.template;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.tocsin.contracts.policy.template.Piece.Tag;
import io.tocsin.contracts.policy.template.Piece.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checked pieces, ready to be filled in for each markup. */
final class CompiledText {
  private static final Mustache.Compiler COMPILER =
      Mustache.compiler()
          .escapeHTML(false) // values come escaped for their markup
          .nullValue("not yet known")
          .withCollector(new MapsOnly());
  private final Map<Markup, Template> templates = new EnumMap<>(Markup.class);

  /**
   * @param own the markup that the words are written in: as it stands there, as text elsewhere
   */
  CompiledText(List<Piece> pieces, Markup own) {
    for (Markup markup : Markup.values()) {
      String source =
          pieces.stream().map(piece -> source(piece, own, markup)).collect(Collectors.joining());
      templates.put(markup, COMPILER.compile(source));
    }
  }

  String fill(Markup markup, Map<String, @Nullable Object> shown) {
    Template template = templates.get(markup);
    return template == null ? "" : tidy(template.execute(shown));
  }

  private static String source(Piece piece, Markup own, Markup markup) {
    if (piece instanceof Words words) {
      return own == markup ? words.text() : markup.escaping().literal(words.text());
    }
    return ((Tag) piece).source();
  }

  /** An empty section leaves no gap. */
  private static String tidy(String text) {
    return text.replaceAll("[ \\t]+\\n", "\n").replaceAll("\\n{3,}", "\n\n").strip();
  }

  /** Finds values in maps and by no reflection: nothing of Java can be called. */
  private static final class MapsOnly extends BasicCollector {
    @Override
    public <K, V> Map<K, V> createFetcherCache() {
      return new ConcurrentHashMap<>();
    }
  }
}
