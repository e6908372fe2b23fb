package io.tocsin.benchmarks.agreement;

import io.tocsin.benchmarks.agreement.Trail.Arrived;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What each channel said when an incident opened; nobody answers before all have.
 *
 * @param page PagerDuty's event
 * @param first the first message in Slack's channel
 * @param call to who is on call
 * @param text to who is texted
 */
record Opened(String incident, Arrived page, Arrived first, Arrived call, Arrived text) {
  static final String CALLS = "/Calls.json";
  static final String TEXTS = "/Messages.json";

  private static final long PATIENCE_NANOS = 60_000_000_000L;
  private static final long LOOK_MILLIS = 15;

  /**
   * Waits until all have.
   *
   * @param name the label {@code case} that stands in the title
   */
  static Opened awaited(Trail trail, String name) throws InterruptedException {
    String incident = awaited(name, () -> trail.incident(name));
    return new Opened(
        incident,
        first(trail, incident, it -> it.provider().equals("pagerduty")),
        first(trail, incident, Opened::isFirst),
        first(trail, incident, it -> it.isCall(CALLS)),
        first(trail, incident, Opened::isText));
  }

  static boolean isText(Arrived it) {
    return it.isCall(TEXTS) && it.field("To").equals(AgreementPolicies.TEXTED);
  }

  private static boolean isFirst(Arrived it) {
    return it.isCall("chat.postMessage")
        && it.field("channel").equals("#incidents")
        && it.field("thread_ts").isEmpty();
  }

  private static Arrived first(Trail trail, String incident, Predicate<Arrived> wanted)
      throws InterruptedException {
    return awaited(incident, () -> trail.first(incident, wanted));
  }

  private static <T> T awaited(String what, Supplier<Optional<T>> wanted)
      throws InterruptedException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (System.nanoTime() < end) {
      Optional<T> found = wanted.get();
      if (found.isPresent()) {
        return found.get();
      }
      Thread.sleep(LOOK_MILLIS);
    }
    throw new IllegalStateException(what + " was not told everywhere when it opened");
  }
}
