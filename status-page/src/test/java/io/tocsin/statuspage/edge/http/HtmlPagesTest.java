package io.tocsin.statuspage.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.statuspage.Given;
import io.tocsin.statuspage.core.Phase;
import io.tocsin.statuspage.core.PublicId;
import io.tocsin.statuspage.core.PublicIncident;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlPagesTest {
  private static final Site STORY = Site.of(Site.story());
  private static final String OVER = "/incidents/" + PublicId.of("incident", "RX-3");

  @Test
  void thePageIsWhatPeopleRead() {
    Golden.assertSame("page.html", STORY.get("/"));
  }

  @Test
  void aPageWithoutIncidentsIsCalm() {
    Golden.assertSame("page-calm.html", Site.of(List.of()).get("/"));
  }

  @Test
  @Tag("RUN-07.2a")
  void anIncidentsPageTellsAllItsPhases() {
    PublicIncident incident = Site.through(1, Phase.values());

    Golden.assertSame(
        "incident.html", Site.showing(List.of(incident)).get("/incidents/" + incident.id()));
  }

  @Test
  void theHistoryIsByMonth() {
    Golden.assertSame("history.html", STORY.get("/history"));
  }

  @Test
  void theHistoryIsReadSheetAfterSheet() {
    List<PublicIncident> many =
        LongStream.rangeClosed(1, 51).mapToObj(n -> Site.through(n, Phase.RESOLVED)).toList();
    Site site = Site.showing(many);
    Document first = Jsoup.parse(site.get("/history"));
    Document second = Jsoup.parse(site.get("/history?page=2"));

    assertThat(first.select(".past li")).hasSize(50);
    assertThat(first.select("a[rel=next]").attr("href")).isEqualTo("/history?page=2");
    assertThat(first.select("a[rel=prev]")).isEmpty();
    assertThat(second.select(".past li")).hasSize(1);
    assertThat(second.select("a[rel=prev]").attr("href")).isEqualTo("/history?page=1");
    assertThat(second.select("a[rel=next]")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "2", "-1", "x", "1e3", "99999999999999999999"})
  void thereAreNotMoreSheetsThanThereAre(String number) {
    assertThat(STORY.status("/history?page=" + number)).isEqualTo(404);
  }

  @Test
  void aPageThatHasHeardNothingForAMinuteSaysAsOf() {
    assertThat(at(Site.NOW.minusSeconds(60)).select("[role=status]")).isEmpty();
    assertThat(at(Site.NOW.minusSeconds(61)).select("[role=status]").text())
        .isEqualTo(
            "As of 2 March 2026, 10:58 UTC. This page receives no news at the moment; what it"
                + " shows may have changed since.");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyPageSaysThatItMayBeOld(String path) {
    Site old = Site.of(Given.policies(), Site.story(), Site.NOW.minusSeconds(61));

    assertThat(Jsoup.parse(old.get(path)).select("[role=status] time").attr("datetime"))
        .isEqualTo("2026-03-02T10:58:59.000Z");
  }

  @Test
  void aPageThatNeverHeardAnythingClaimsNothing() {
    Site site = Site.of(Given.policies(), List.of(), null);

    assertThat(site.get("/")).contains("Status Not Known Yet").doesNotContain("As of");
    assertThat(site.get("/api/v2/status.json")).contains("Status Not Known Yet");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyPageIsWellFormedHtml(String path) {
    Parser parser = Parser.htmlParser().setTrackErrors(20);
    Document page = parser.parseInput(STORY.get(path), "https://status.example.com");

    assertThat(parser.getErrors()).isEmpty();
    assertThat(page.select("script, link[rel=stylesheet], img, iframe")).isEmpty();
    assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyPageIsFoundItsWayThroughWithoutSeeingIt(String path) {
    Document page = Jsoup.parse(STORY.get(path));

    assertThat(page.select("html").attr("lang")).isEqualTo("en");
    assertThat(page.title()).endsWith(" · Example Health status");
    assertThat(page.select("body > header")).hasSize(1);
    assertThat(page.select("body > main")).hasSize(1);
    assertThat(page.select("body > footer")).hasSize(1);
    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.select("nav")).allMatch(nav -> nav.hasAttr("aria-label"));
    assertThat(page.select("[aria-labelledby]"))
        .allMatch(part -> page.getElementById(part.attr("aria-labelledby")) != null);
    assertThat(page.select("a")).allMatch(Element::hasText);
    assertThat(page.select(".mark")).allMatch(mark -> mark.attr("aria-hidden").equals("true"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyTimeIsForMachinesTooAndInUtc(String path) {
    Document page = Jsoup.parse(STORY.get(path));

    assertThat(page.select("time"))
        .isNotEmpty()
        .allMatch(time -> time.text().endsWith(" UTC"))
        .allMatch(time -> Instant.parse(time.attr("datetime")).isBefore(Site.NOW.plusMillis(1)));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkOfThePageLeadsSomewhere(String path) {
    assertThat(Jsoup.parse(STORY.get(path)).select("[href]").eachAttr("href"))
        .isNotEmpty()
        .allSatisfy(link -> assertThat(STORY.status(link)).as(link).isEqualTo(200));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "'-alert(1)-'",
        "</title><svg/onload=alert(1)>",
        "</style><script>alert(1)</script>",
        "<a href=javascript:alert(1)>x</a>",
        "{{{style}}}<iframe srcdoc='<b>'>",
        "&lt;script&gt;alert(1)&lt;/script&gt;<!--",
      })
  void aHostileTitleIsOnlyText(String title) {
    Site site = Site.of(Given.policies(title, title), Site.story(), Site.NOW);
    for (String path : pages()) {
      Document page = Jsoup.parse(site.get(path));

      assertThat(page.select("script, img, svg, iframe, [onerror], [onload], [href^=java]"))
          .isEmpty();
      assertThat(page.select("style")).hasSize(1);
      assertThat(page.text()).contains(title.strip());
    }
  }

  static List<String> pages() {
    return List.of("/", "/history", OVER);
  }

  private static Document at(Instant knownAt) {
    return Jsoup.parse(Site.of(Given.policies(), Site.story(), knownAt).get("/"));
  }
}
