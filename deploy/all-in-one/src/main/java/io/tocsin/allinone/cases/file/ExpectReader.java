package io.tocsin.allinone.cases.file;

import io.tocsin.allinone.cases.Expectation;
import io.tocsin.allinone.cases.Place;
import io.tocsin.allinone.cases.Wanted;
import io.tocsin.contracts.policy.yaml.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One line of {@code expect}: when, and exactly one word. */
final class ExpectReader {
  /** A provider that refuses takes its second; a wait in a policy differs by more. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Frame frame;
  private final String file;

  ExpectReader(Frame frame, String file) {
    this.frame = frame;
    this.file = file;
  }

  /** Empty, and reported, where no word stands. */
  Optional<Expectation> expectation(OfExpectation line) {
    return Optional.ofNullable(line.wanted()).map(wanted -> expectation(line, wanted));
  }

  private Expectation expectation(OfExpectation line, Wanted wanted) {
    Record said = (Record) wanted;
    if (wanted instanceof Wanted.ToCome && !frame.pending()) {
      frame.reject(
          said,
          said.getClass().getRecordComponents()[0].getName(),
          "nothing in Tocsin does this yet",
          "write 'pending: why' into the case until it does");
    }
    boolean lasts = line.from() != null || line.to() != null;
    if (wanted instanceof Wanted.Silence silence && !silence.silence()) {
      frame.reject(said, "silence", "must be true", "expect what comes instead");
    } else if (wanted instanceof Wanted.Silence && !lasts) {
      frame.reject(line, "", "silence must last for a time", "write 'from' and 'to'");
    }
    return lasts ? between(line, wanted) : at(line, wanted);
  }

  private Expectation at(OfExpectation line, Wanted wanted) {
    Instant at = frame.time(line, "at", line.at(), frame.start());
    Duration within = line.within() == null ? PATIENCE : line.within();
    return expectation(line, at, at.plus(within), wanted);
  }

  private Expectation between(OfExpectation line, Wanted wanted) {
    Instant from = frame.time(line, "from", line.from(), frame.start());
    frame.need(line, "to", line.to(), "say until when, 'to: +30m'");
    Instant to = frame.time(line, "to", line.to(), from);
    if (line.at() != null || line.within() != null) {
      String component = line.at() != null ? "at" : "within";
      frame.reject(
          line, component, "stands beside 'from' and 'to'", "write 'at', or 'from' and 'to'");
    }
    if (to.isBefore(from)) {
      frame.reject(line, "to", "is before 'from'", "put the later one here");
    }
    return expectation(line, from, to, wanted);
  }

  private Expectation expectation(OfExpectation line, Instant from, Instant to, Wanted wanted) {
    Place place = new Place(file, frame.places().line(line));
    return new Expectation(place, from, to, wanted.getClass(), Written.of((Record) wanted));
  }
}
