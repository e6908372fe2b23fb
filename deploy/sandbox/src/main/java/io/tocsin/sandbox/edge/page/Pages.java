package io.tocsin.sandbox.edge.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Fills the templates that lie beside this class. All is escaped but what a class of this package
 * made markup of: names that end in {@code Html}.
 */
final class Pages {
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; frame-src 'self'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  private final Map<String, Template> templates = new ConcurrentHashMap<>();

  /**
   * What is around every page.
   *
   * @param plainRefresh whether it is loaded again also where no script runs: nothing is typed
   *     there
   */
  record Frame(List<Tab> tabs, String toggle, boolean refreshes, boolean plainRefresh) {}

  /** A page that can be gone to. */
  record Tab(String address, String label, boolean here) {
    Tab at(String path) {
      return new Tab(address, label, address.equals(path));
    }
  }

  private static final List<Tab> TABS =
      List.of(
          new Tab("/", "Overview", false),
          new Tab("/pagerduty", "PagerDuty", false),
          new Tab("/slack", "Slack", false),
          new Tab("/phone", "Phone", false),
          new Tab("/mail", "Mail", false),
          new Tab("/github", "GitHub", false),
          new Tab("/datadog", "Datadog", false),
          new Tab("/beats", "Heartbeats", false));

  /** Where nothing can be typed that another loading would lose. */
  private static final Set<String> READ_ONLY = Set.of("/", "/mail", "/datadog", "/beats");

  /**
   * @param name of the template
   * @param view what it is filled with
   */
  Mono<ServerResponse> show(HttpStatus status, String name, Visit visit, Object view) {
    boolean refreshes = status == HttpStatus.OK && visit.refreshes();
    Frame frame =
        new Frame(
            TABS.stream().map(tab -> tab.at(visit.path())).toList(),
            visit.toggled(),
            refreshes,
            refreshes && READ_ONLY.contains(visit.path()));
    StringWriter page = new StringWriter();
    templates.computeIfAbsent(name, Pages::compiled).execute(view, frame, page);
    return ServerResponse.status(status)
        .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
        .header("Content-Security-Policy", POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "same-origin")
        .header("Cache-Control", "no-store")
        .bodyValue(page.toString());
  }

  private static Template compiled(String name) {
    return Mustache.compiler()
        .escapeHTML(true)
        .emptyStringIsFalse(true)
        .zeroIsFalse(true)
        .nullValue("")
        .withLoader(part -> new StringReader(read(part)))
        .compile(read(name));
  }

  private static String read(String name) {
    try (InputStream in = Pages.class.getResourceAsStream(name + ".mustache")) {
      if (in == null) {
        throw new IllegalStateException(name + ".mustache is missing from the sandbox's jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
