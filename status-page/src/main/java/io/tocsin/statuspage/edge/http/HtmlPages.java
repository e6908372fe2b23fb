package io.tocsin.statuspage.edge.http;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.tocsin.statuspage.core.Overview;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/**
 * The page for people: one document with its style inside, no script, nothing fetched. What is
 * filled in is escaped by the template engine unless a template says otherwise, and only the style
 * does.
 */
final class HtmlPages {
  private static final String FOLDER = "/io/tocsin/statuspage/";

  private final PageIdentity identity;
  private final String style = read("page.css");
  private final Template page = compile("page.mustache");
  private final Template notFound = compile("not-found.mustache");

  HtmlPages(PageIdentity identity) {
    this.identity = identity;
  }

  String overview(Overview overview, Instant now) {
    return page.execute(PageView.of(identity, style, overview, now));
  }

  String notFound() {
    return notFound.execute(Map.of("name", identity.name(), "style", style));
  }

  /** Allows our style, known by its hash, and nothing else at all. */
  String contentSecurityPolicy() {
    return "default-src 'none'; style-src 'sha256-"
        + Base64.getEncoder().encodeToString(sha256(style))
        + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  private static Template compile(String name) {
    return Mustache.compiler().escapeHTML(true).nullValue("").compile(read(name));
  }

  private static String read(String name) {
    try (InputStream in = HtmlPages.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the status page's jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java runtime has SHA-256", e);
    }
  }
}
