package io.tocsin.alertingest.core.datadog;

import static io.tocsin.alertingest.support.Given.alert;
import static io.tocsin.alertingest.support.Given.integration;
import static io.tocsin.alertingest.support.Given.parsed;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.alertingest.core.Labels;
import io.tocsin.alertingest.core.ParseResult;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.Link;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("RUN-03.1a")
class DatadogFieldsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"alert\":{\"title\":\"x\",\"alert_cycle_key\":\"7\"}}",
        "{\"version\":1,\"alerts\":[{\"title\":\"x\",\"alert_cycle_key\":\"7\"}]}",
        "[{\"title\":\"x\",\"alert_cycle_key\":\"7\"}]",
        "{\"anything\":{\"title\":\"x\",\"alert_cycle_key\":\"7\"}}",
        "{\"title\":\"x\",\"metadata\":{\"alert_cycle_key\":\"7\"}}",
        "{\"title\":\"x\",\"metadata\":\"{\\\"alert_cycle_key\\\":7}\"}",
        "title=x&alert_cycle_key=7",
        "alert=%7B%22title%22%3A%22x%22%2C%22alert_cycle_key%22%3A7%7D"
      })
  void theAlertIsFoundHoweverItIsWrapped(String body) {
    Alert plain = alert("{\"title\":\"x\",\"alert_cycle_key\":\"7\"}");

    Alert wrapped = alert(body);

    assertThat(wrapped.title()).isEqualTo("x");
    assertThat(wrapped.key()).isEqualTo(plain.key());
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "image/png"})
  void jsonIsReadWhateverTheContentTypeSays(String contentType) {
    ParseResult result = parsed("{\"title\":\"x\"}", contentType, integration("rx", null));

    assertThat(result.alerts()).extracting(Alert::title).containsExactly("x");
  }

  @Test
  void aFormSaysTheSameAsItsJson() {
    String tags = URLEncoder.encode("service:patient-portal,env:staging", StandardCharsets.UTF_8);
    String form = "id=9&title=%5BTriggered%5D+x&date=1790000000000&tags=" + tags;
    String json =
        """
        {"id":"9","title":"[Triggered] x","date":"1790000000000",
         "tags":"service:patient-portal,env:staging"}""";

    assertThat(alert(form)).isEqualTo(alert(json));
  }

  @Test
  void aBadElementIsPutAsideAndTheGoodOnesGoOn() {
    ParseResult result = parsed("[{\"title\":\"a\"}, 7, {\"unrelated\":\"\"}, {\"title\":\"b\"}]");

    assertThat(result.alerts()).extracting(Alert::title).containsExactly("a", "b");
    assertThat(result.unusable()).hasSize(2);
    assertThat(result.unusable().get(1).reason()).contains("title");
  }

  @Test
  void tagsArePartedAtTheFirstColonAndBareOnesAreFlags() {
    Alert alert = alert("{\"title\":\"x\",\"tags\":\"monitor, url:http://a:80/ ,Team:b,:c,\"}");

    assertThat(alert.labels())
        .containsEntry("monitor", "true")
        .containsEntry("url", "http://a:80/")
        .containsEntry("team", "b")
        .hasSize(3);
  }

  @Test
  void variablesThatNobodyFilledInAreNotThere() {
    Alert alert =
        alert(
            """
            {"title":"x","body":"$EVENT_MSG","hostname":"$HOSTNAME","role":"$TAGS[role]",
             "tags":"service:$TAGS[service],$TAGS","date":"$DATE","link":"$LINK"}""");

    assertThat(alert.description()).isEmpty();
    assertThat(alert.labels()).isEmpty();
    assertThat(alert.links()).isEmpty();
    assertThat(alert.timed()).isFalse();
    assertThat(alert.service()).isNull();
  }

  @Test
  void aDollarSignInAMessageStays() {
    assertThat(alert("{\"title\":\"Costs over $USD 5\"}").title()).isEqualTo("Costs over $USD 5");
  }

  @ParameterizedTest
  @CsvSource({
    "1790000000123, 2026-09-21T14:13:20.123Z",
    "1790000000, 2026-09-21T14:13:20Z",
    "1790000000.5, 2026-09-21T14:13:20.500Z",
    "2026-09-21T14:13:20Z, 2026-09-21T14:13:20Z"
  })
  void theSendersTimeIsReadInEachOfItsForms(String date, String expected) {
    Alert alert = alert("{\"title\":\"x\",\"date\":\"" + date + "\"}");

    assertThat(alert.occurredAt()).isEqualTo(Instant.parse(expected));
    assertThat(alert.timed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "0", "-5", "1e999999999", "99999999999999999999", "12-x"})
  void whatIsNoTimeIsNotBelieved(String date) {
    assertThat(alert("{\"title\":\"x\",\"date\":\"" + date + "\"}").timed()).isFalse();
  }

  @Test
  void onlyWebAddressesAreLinks() {
    Alert alert =
        alert(
            """
            {"title":"x","link":"https://example.com/e/1","url":"javascript:alert(1)",
             "snapshot":"https://example.com/s.png","alert_url":"https://example.com/e/1"}""");

    assertThat(alert.links())
        .containsExactly(
            new Link("Datadog", "https://example.com/e/1"),
            new Link("Graph", "https://example.com/s.png"));
  }

  @Test
  @Tag("RUN-04.1c")
  void theMonitorIsLinkedAtTheSiteThatSentTheAlert() {
    Alert alert =
        alert(
            """
            {"title":"x","alert_id":"2468013",
             "link":"https://app.datadoghq.eu/event/jump_to?event_id=1"}""");

    assertThat(alert.links())
        .containsExactly(
            new Link("Datadog", "https://app.datadoghq.eu/event/jump_to?event_id=1"),
            new Link("Monitor", "https://app.datadoghq.eu/monitors/2468013"));
  }

  @Test
  @Tag("RUN-04.1c")
  void anotherMonitorsLinkAndASnapshotAreNotTheMonitor() {
    Alert alert =
        alert(
            """
            {"title":"x","alert_id":"7","link":"https://app.datadoghq.com/monitors/77"}""");
    assertThat(alert.links())
        .contains(new Link("Monitor", "https://app.datadoghq.com/monitors/7"))
        .hasSize(2);

    Alert onlySnapshot =
        alert(
            """
            {"title":"x","alert_id":"7","snapshot":"https://p.datadoghq.com/snapshot/1.png"}""");
    assertThat(onlySnapshot.links()).hasSize(1);
  }

  @ParameterizedTest
  @Tag("RUN-04.1c")
  @ValueSource(
      strings = {
        "{\"title\":\"x\",\"alert_id\":\"7\",\"link\":\"https://example.com/e/1\"}",
        "{\"title\":\"x\",\"alert_id\":\"7\",\"link\":\"https://datadoghq.com.example.com/e/1\"}",
        "{\"title\":\"x\",\"alert_id\":\"a/b\",\"link\":\"https://app.datadoghq.com/e/1\"}",
        "{\"title\":\"x\",\"alert_id\":\"7\",\"link\":\"https://app.datadoghq.com/monitors/7?to=1\"}",
        "{\"title\":\"x\",\"link\":\"https://app.datadoghq.com/e/1\"}"
      })
  void whereTheMonitorIsNotKnownOrLinkedAlreadyNoLinkIsMade(String body) {
    assertThat(alert(body).links()).hasSize(1);
  }

  @Test
  void whoPostedTheEventIsNotKept() {
    Alert alert =
        alert("{\"title\":\"x\",\"user\":\"a\",\"username\":\"b\",\"email\":\"c@example.com\"}");

    assertThat(alert.labels()).isEmpty();
  }

  @Test
  void titleAndDescriptionAreBoundedAndSayThatTheyWereCut() {
    Alert alert =
        alert("{\"title\":\"" + "t".repeat(5000) + "\",\"body\":\"" + "ä".repeat(20000) + "\"}");

    assertThat(alert.title()).hasSize(1024).endsWith("(cut)");
    assertThat(alert.description().getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThanOrEqualTo(16384);
    assertThat(alert.labels()).containsEntry(Labels.NOTE, "title, description");
  }

  @Test
  void labelsAreBoundedAndTheServiceIsNeverTheOneLeftOut() {
    String many = IntStream.range(0, 200).mapToObj(i -> "t" + i).collect(Collectors.joining(","));
    Alert alert = alert("{\"title\":\"x\",\"tags\":\"" + many + ",service:portal,env:staging\"}");

    assertThat(alert.service()).isEqualTo("portal");
    assertThat(alert.environment()).isEqualTo("staging");
    assertThat(alert.labels()).hasSize(Labels.MAX + 1);
    assertThat(alert.labels().get(Labels.NOTE)).isEqualTo("138 labels left out");
  }

  @Test
  void titlesLoseWhatHidesOrReordersThem() {
    Alert alert = alert("{\"title\":\"a\\u202eb\\u0007c\\nd\\ud800\"}");

    assertThat(alert.title()).isEqualTo("abc d\uFFFD");
  }

  @Test
  void aTemplateThatDoesNotEscapeLineBreaksIsReadAllTheSame() {
    assertThat(alert("{\"title\":\"x\",\"body\":\"a\nb\",}").description()).isEqualTo("a\nb");
  }
}
