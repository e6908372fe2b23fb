package io.tocsin.statuspage.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import io.tocsin.statuspage.Given;
import io.tocsin.statuspage.core.Phase;
import io.tocsin.statuspage.core.PublicId;
import io.tocsin.statuspage.core.PublicIncident;
import java.io.StringReader;
import java.util.List;
import java.util.stream.LongStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The feeds, read with a reader's own parser. */
class FeedsTest {
  private static final String RX_1 = PublicId.of("incident", "RX-1");

  private final Site site = Site.of(Site.story());

  @Test
  @Tag("RUN-07.2a")
  void theAtomFeedIsWhatReadersRead() {
    Golden.assertSame("history.atom", site.get("/history.atom"));
  }

  @Test
  @Tag("RUN-07.2a")
  void theRssFeedIsWhatReadersRead() {
    Golden.assertSame("history.rss", site.get("/history.rss"));
  }

  @Test
  void anAtomReaderFindsEveryIncidentAndItsPage() throws FeedException {
    SyndFeed feed = parse(site.get("/history.atom"));

    assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
    assertThat(feed.getUri()).isEqualTo("tag:status.example.com,2005:/history");
    assertThat(feed.getTitle()).isEqualTo("Example Health status - Incident History");
    assertThat(feed.getEntries()).hasSize(5);
    SyndEntry entry = entry(feed, "tag:status.example.com,2005:Incident/" + RX_1);
    assertThat(entry.getTitle()).isEqualTo("Prescription API: service disruption");
    assertThat(entry.getLink()).isEqualTo("https://status.example.com/incidents/" + RX_1);
    assertThat(entry.getPublishedDate().toInstant()).isEqualTo(Given.TEN);
    assertThat(entry.getUpdatedDate().toInstant()).isEqualTo(Given.TEN.plusSeconds(95));
    assertThat(Jsoup.parse(entry.getContents().get(0).getValue()).select("p").eachText())
        .containsExactly(
            "Mar 2, 10:01 UTC Investigating - We are investigating a service disruption of"
                + " Prescription API.",
            "Mar 2, 10:00 UTC Identified - We are aware of a service disruption of"
                + " Prescription API.");
  }

  @Test
  void anRssReaderFindsEveryIncidentAndItsPage() throws FeedException {
    SyndFeed feed = parse(site.get("/history.rss"));

    assertThat(feed.getFeedType()).isEqualTo("rss_2.0");
    assertThat(feed.getLink()).isEqualTo("https://status.example.com");
    assertThat(feed.getEntries()).hasSize(5);
    SyndEntry item = entry(feed, "https://status.example.com/incidents/" + RX_1);
    assertThat(item.getTitle()).isEqualTo("Prescription API: service disruption");
    assertThat(item.getPublishedDate().toInstant()).isEqualTo(Given.TEN.plusSeconds(95));
    assertThat(Jsoup.parse(item.getDescription().getValue()).text())
        .contains("We are investigating a service disruption of Prescription API.");
  }

  @Test
  void anEntryIsRevisedInPlaceUnderItsOwnId() throws FeedException {
    SyndFeed before = parse(feedOf(Phase.IDENTIFIED));
    SyndFeed after = parse(feedOf(Phase.IDENTIFIED, Phase.RESOLVED));

    assertThat(after.getEntries()).hasSize(1);
    assertThat(after.getEntries().get(0).getUri()).isEqualTo(before.getEntries().get(0).getUri());
    assertThat(after.getEntries().get(0).getUpdatedDate())
        .isAfter(before.getEntries().get(0).getUpdatedDate());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/history.atom", "/history.rss"})
  void theLatestFiftyAreInAFeed(String path) throws FeedException {
    List<PublicIncident> many =
        LongStream.rangeClosed(1, 60).mapToObj(n -> Site.through(n, Phase.RESOLVED)).toList();

    assertThat(parse(Site.showing(many).get(path)).getEntries()).hasSize(50);
    assertThat(parse(Site.of(List.of()).get(path)).getEntries()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "]]></title><b>",
        "a & b &amp; c",
        "'\"><x y=\"",
        "été 💊",
        "<!-- x -->"
      })
  void aHostileTitleIsOnlyTextAndNoFeedBreaks(String title) throws FeedException {
    Site hostile = Site.of(Given.policies(title, title), Site.story(), Site.NOW);
    for (String path : List.of("/history.atom", "/history.rss")) {
      SyndFeed feed = parse(hostile.get(path));

      assertThat(feed.getEntries()).allMatch(entry -> entry.getTitle().startsWith(title + ": "));
      assertThat(feed.getEntries())
          .extracting(FeedsTest::markup)
          .allSatisfy(
              markup -> {
                assertThat(Jsoup.parse(markup).select("script, b, x")).isEmpty();
                assertThat(Jsoup.parse(markup).text()).contains(title);
              });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bell\u0007", "nul\u0000", "half \uD83D", "not a character \uFFFE"})
  void aCharacterThatXmlCannotHoldBreaksNoFeed(String title) throws FeedException {
    Site odd = Site.of(Given.policies(title, title), Site.story(), Site.NOW);
    for (String path : List.of("/history.atom", "/history.rss")) {
      assertThat(parse(odd.get(path)).getEntries())
          .allMatch(entry -> entry.getTitle().contains("\uFFFD"));
    }
  }

  private static String feedOf(Phase... phases) {
    return Site.showing(List.of(Site.through(1, phases))).get("/history.atom");
  }

  private static SyndFeed parse(String feed) throws FeedException {
    return new SyndFeedInput().build(new StringReader(feed));
  }

  private static SyndEntry entry(SyndFeed feed, String id) {
    return feed.getEntries().stream()
        .filter(entry -> entry.getUri().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static String markup(SyndEntry entry) {
    return entry.getContents().isEmpty()
        ? entry.getDescription().getValue()
        : entry.getContents().get(0).getValue();
  }
}
