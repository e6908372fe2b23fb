package io.tocsin.chaos.core.defect;

import io.tocsin.chaos.core.Arrival;
import io.tocsin.chaos.core.History;
import io.tocsin.chaos.core.Poll;
import io.tocsin.chaos.core.Secret;
import io.tocsin.chaos.core.Writing;
import io.tocsin.chaos.core.simulation.Night;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What can go wrong in what outsiders see. */
final class OutsideDefects {
  private OutsideDefects() {}

  static List<Defect> all() {
    return List.of(
        new Defect("the public page goes back", "status-page-follows", OutsideDefects::goesBack),
        new Defect("the public page stands still", "status-page-follows", OutsideDefects::stale),
        new Defect(
            "the public page does not know a phase that was entered by hand",
            "status-page-follows",
            history -> saying(history, 415, "investigating")),
        new Defect("the public page fails", "status-page-answers", OutsideDefects::fails),
        new Defect("an alert's text leaves", "no-secret-leaks", OutsideDefects::leftInPage),
        new Defect("a key is logged", "no-secret-leaks", OutsideDefects::logged));
  }

  private static History goesBack(History history) {
    return saying(history, 590, "investigating");
  }

  /** At the eighth minute it is resolved: at the ninth the page still says what was before. */
  private static History stale(History history) {
    return saying(history, 540, "monitoring");
  }

  private static History saying(History history, int second, String word) {
    Instant at = history.run().began().plusSeconds(second);
    Poll poll = new Poll(at, at, 200, Map.of(Chosen.ENDED, word), "{}");
    return Altered.polls(history, polls -> polls.add(place(polls, poll), poll));
  }

  private static int place(List<Poll> polls, Poll poll) {
    return (int) polls.stream().filter(it -> it.at().isBefore(poll.at())).count();
  }

  private static History fails(History history) {
    Instant at = history.run().began().plusSeconds(100);
    Poll poll = new Poll(at, at, 503, Map.of(), "");
    return Altered.polls(history, polls -> polls.add(place(polls, poll), poll));
  }

  private static History leftInPage(History history) {
    Arrival page = Chosen.trigger(history);
    String body = page.body() + Night.HIDDEN_WORD;
    return Altered.arrivals(
        history,
        arrivals -> {
          arrivals.remove(page);
          arrivals.add(PageDefects.copy(page, page.at(), page.dedupKey(), body));
        });
  }

  private static History logged(History history) {
    return Altered.writing(
        history,
        new Writing(
            Secret.Place.LOG,
            "alert-ingest.log",
            history.run().began(),
            "POST /webhooks/datadog/" + Night.KEY_WORD));
  }
}
