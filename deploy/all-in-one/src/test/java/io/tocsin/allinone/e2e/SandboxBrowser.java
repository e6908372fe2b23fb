package io.tocsin.allinone.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** The sandbox's pages as somebody uses them: reads what they say, and presses what they show. */
final class SandboxBrowser {
  private static final Duration SOON = Duration.ofSeconds(15);
  private static final Pattern FORM =
      Pattern.compile(
          "<form[^>]*method=\"post\"[^>]*action=\"([^\"]+)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
  private final String url;

  SandboxBrowser(String url) {
    this.url = url;
  }

  /** The page once it says all of {@code words}. */
  String waitFor(String path, String... words) {
    AtomicReference<String> shown = new AtomicReference<>("");
    await(path)
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(
            () -> {
              shown.set(page(path));
              assertThat(text(shown.get())).contains(words);
            });
    return shown.get();
  }

  /** Where the link named {@code name} leads. */
  String follow(String page, String name) {
    Matcher link =
        Pattern.compile("<a href=\"([^\"]+)\"[^>]*>" + Pattern.quote(name) + "</a>").matcher(page);
    assertThat(link.find()).as("a link named %s in %s", name, page).isTrue();
    return HtmlUtils.htmlUnescape(link.group(1));
  }

  String page(String path) {
    HttpResponse<String> page = send(HttpRequest.newBuilder(URI.create(url + path)));
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    return page.body();
  }

  /** What a page says, without its markup. */
  static String text(String page) {
    return HtmlUtils.htmlUnescape(page.replaceAll("<[^>]*>", " ")).replaceAll("\\s+", " ");
  }

  /** Sends the first form of {@code page} that holds {@code mark}, with what is typed into it. */
  void send(String page, String mark, Map<String, String> typed) {
    MatchResult form =
        FORM.matcher(page)
            .results()
            .filter(each -> each.group(2).contains(mark))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no form with " + mark + " in\n" + page));
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher hidden = HIDDEN.matcher(form.group(2));
    while (hidden.find()) {
      fields.put(hidden.group(1), HtmlUtils.htmlUnescape(hidden.group(2)));
    }
    fields.putAll(typed);
    HttpResponse<String> shown =
        send(
            HttpRequest.newBuilder(URI.create(url + form.group(1)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", url)
                .POST(
                    BodyPublishers.ofString(
                        fields.entrySet().stream()
                            .map(
                                each ->
                                    each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
                            .collect(Collectors.joining("&")))));
    assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.timeout(SOON).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
