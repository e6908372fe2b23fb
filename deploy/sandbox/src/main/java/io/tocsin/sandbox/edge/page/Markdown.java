package io.tocsin.sandbox.edge.page;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** GitHub's Markdown; markup in it is shown as it was written, and images are not fetched. */
final class Markdown {
  /** What GitHub shows nobody. */
  private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");

  private static final List<Extension> EXTENSIONS =
      List.of(
          AutolinkExtension.create(), StrikethroughExtension.create(), TablesExtension.create());

  private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();
  private final HtmlRenderer renderer =
      HtmlRenderer.builder()
          .extensions(EXTENSIONS)
          .escapeHtml(true)
          .sanitizeUrls(true)
          .softbreak("<br>\n")
          .build();

  String html(String text) {
    return renderer.render(parser.parse(COMMENT.matcher(text).replaceAll("").strip()));
  }
}
