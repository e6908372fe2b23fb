package io.tocsin.sandbox.edge.http;

import static io.tocsin.sandbox.RunningSandbox.ENQUEUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.sandbox.RunningSandbox;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;

class MessagesPathTest {

  @TempDir static Path directory;
  static RunningSandbox sandbox;

  @BeforeAll
  static void start() {
    sandbox = new RunningSandbox(directory, Map.of());
    sandbox
        .client()
        .post()
        .uri(ENQUEUE)
        .bodyValue(
            """
            {"routing_key":"%s","event_action":"trigger","dedup_key":"k<1>","payload":{
             "summary":"<script>alert(1)</script>","source":"<b>","severity":"warning",
             "custom_details":{"<i>":"<u>","tags":["a","b"]}},
             "links":[{"href":"javascript:alert(1)","text":"no"},
                      {"href":"https://example.com/?a=\\"b\\"","text":"<em>"}]}
            """
                .formatted(RunningSandbox.KEY))
        .exchange()
        .expectStatus()
        .isEqualTo(202);
    sandbox.client().post().uri("/slack/api/x").bodyValue("text=<img>").exchange();
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @Test
  void thePageShowsAlertsAndMessagesAsTheirReceiversSeeThem() {
    assertThat(page("/"))
        .contains("<meta http-equiv=\"refresh\" content=\"5\">")
        .contains(">triggered<", ">warning<", "rang once")
        .contains("<h3>&lt;script&gt;alert(1)&lt;/script&gt;</h3>")
        .contains("<dt>&lt;i&gt;</dt><dd>&lt;u&gt;</dd>")
        .contains("<code>POST /slack/api/x</code>");
  }

  @Test
  void nothingThatWasSentIsMarkup() {
    assertThat(page("/"))
        .doesNotContain("<script", "<b>", "<i>", "<u>", "<em>", "<img", "href=\"javascript:")
        .contains("<a href=\"https://example.com/?a=&quot;b&quot;\">&lt;em&gt;</a>");
  }

  @Test
  void theRefreshCanBeStopped() {
    assertThat(page("/?refresh=off")).doesNotContain("http-equiv=\"refresh\"");
  }

  @Test
  void thePageMayLoadNothingButItsOwnStyle() {
    sandbox
        .client()
        .get()
        .uri("/")
        .exchange()
        .expectHeader()
        .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
        .expectHeader()
        .valueEquals(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
                + " frame-ancestors 'none'");
    sandbox
        .client()
        .get()
        .uri("/sandbox.css")
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .contentType("text/css");
  }

  private static String page(String path) {
    return sandbox
        .client()
        .get()
        .uri(path)
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody(String.class)
        .returnResult()
        .getResponseBody();
  }
}
