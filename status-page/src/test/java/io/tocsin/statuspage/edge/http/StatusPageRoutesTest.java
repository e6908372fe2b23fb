package io.tocsin.statuspage.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** How anything is answered, whatever it is. */
class StatusPageRoutesTest {
  static final List<String> DOCUMENTS = Site.DOCUMENTS;

  private final Site site = Site.of(Site.story());

  @ParameterizedTest
  @FieldSource("DOCUMENTS")
  void everyAnswerMayBeKeptForSomeSecondsAndIsAskedAboutByItsTag(String path) {
    HttpHeaders headers = headers(path);
    assertThat(headers.getCacheControl()).isEqualTo("max-age=5, public");
    String tag = headers.getETag();
    assertThat(tag).matches("\"[A-Za-z0-9_-]{22}\"");

    site.client()
        .get()
        .uri(path)
        .ifNoneMatch(tag)
        .exchange()
        .expectStatus()
        .isEqualTo(HttpStatus.NOT_MODIFIED)
        .expectHeader()
        .valueEquals("ETag", tag)
        .expectHeader()
        .valueEquals("Cache-Control", "max-age=5, public")
        .expectBody()
        .isEmpty();
    site.client().get().uri(path).ifNoneMatch("\"another\"").exchange().expectStatus().isOk();
  }

  @Test
  void theTagChangesWithWhatIsShownAndOnlyThen() {
    Site calm = Site.of(List.of());

    assertThat(headers("/").getETag()).isEqualTo(headers("/").getETag());
    assertThat(headers("/").getETag())
        .isNotEqualTo(
            calm.client()
                .get()
                .uri("/")
                .exchange()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getETag());
  }

  @ParameterizedTest
  @CsvSource({
    "/,                     text/html;charset=UTF-8",
    "/history.atom,         application/atom+xml;charset=UTF-8",
    "/history.rss,          application/rss+xml;charset=UTF-8",
    "/api/v2/summary.json,  application/json;charset=UTF-8",
  })
  void everyAnswerSaysWhatItIs(String path, String type) {
    assertThat(headers(path).getFirst("Content-Type")).isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/history.atom", "/api/v2/summary.json", "/no-such", "/api/v2/no-such"})
  void everyAnswerForbidsAllButShowingIt(String path) {
    HttpHeaders headers = headers(path);

    assertThat(headers.getFirst("Content-Security-Policy"))
        .matches(
            "default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}'; base-uri 'none'; "
                + "form-action 'none'; frame-ancestors 'none'");
    assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(headers.getFirst("X-Frame-Options")).isEqualTo("DENY");
    assertThat(headers.getFirst("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(headers.getFirst("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    assertThat(headers.get("Set-Cookie")).isNull();
    assertThat(headers.getAccessControlAllowOrigin())
        .isEqualTo(path.startsWith("/api/v2/") ? "*" : null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/no-such", "/incidents/abc", "/incidents", "/history.xml"})
  void aPageThatIsNotThereSaysWhereToLook(String path) {
    site.client()
        .get()
        .uri(path)
        .exchange()
        .expectStatus()
        .isNotFound()
        .expectHeader()
        .contentTypeCompatibleWith(MediaType.TEXT_HTML)
        .expectBody(String.class)
        .value(
            page ->
                assertThat(page).contains("There is no such page", "90 days", "<a href=\"/\">"));
  }

  @Test
  void aDocumentThatIsNotThereIsAProblem() {
    site.client()
        .get()
        .uri("/api/v2/no-such.json")
        .exchange()
        .expectStatus()
        .isNotFound()
        .expectHeader()
        .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
        .expectBody()
        .jsonPath("$.detail")
        .isEqualTo(
            "/api/v2/no-such.json is not served here; /api/v2/summary.json holds everything");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/history", "/api/v2/summary.json"})
  void itCanOnlyBeRead(String path) {
    site.client().method(HttpMethod.HEAD).uri(path).exchange().expectStatus().isOk();
    site.client()
        .post()
        .uri(path)
        .exchange()
        .expectStatus()
        .isEqualTo(HttpStatus.METHOD_NOT_ALLOWED)
        .expectHeader()
        .valueEquals("Allow", "GET,HEAD");
  }

  private HttpHeaders headers(String path) {
    return site.client()
        .get()
        .uri(path)
        .exchange()
        .expectBody()
        .returnResult()
        .getResponseHeaders();
  }
}
