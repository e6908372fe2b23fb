package io.tocsin.allinone.cases.file;

import io.tocsin.allinone.cases.Expectation;
import io.tocsin.allinone.cases.Holds;
import io.tocsin.allinone.cases.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One line of {@code expect}: when, and exactly one word. */
final class ExpectReader {
  /** A provider that refuses takes its second; a wait in a policy differs by more. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final List<String> WHEN = List.of("at", "within", "from", "to");

  private final Frame frame;

  ExpectReader(Frame frame) {
    this.frame = frame;
  }

  Optional<Expectation> expectation(Value item) {
    return item.fields().flatMap(fields -> word(fields).map(word -> read(item, fields, word)));
  }

  private Optional<Word> word(Fields fields) {
    List<Word> words = Arrays.stream(Word.values()).filter(word -> fields.has(word.key())).toList();
    Optional<Word> own = words.stream().filter(word -> isMain(word, words)).findFirst();
    if (own.isEmpty() && !fields.unknown(everyKey(), wordsAndTimes())) {
      fields
          .self()
          .reject(
              "an expectation",
              "says not what is expected",
              "write one of "
                  + Names.oneOf(
                      Arrays.stream(Word.values())
                          .filter(Word::isProduced)
                          .map(Word::key)
                          .toList()));
    }
    own.filter(word -> !word.isProduced() && !frame.pending())
        .flatMap(word -> fields.find(word.key()))
        .ifPresent(
            value ->
                value.reject(
                    "nothing in Tocsin does this yet",
                    "write 'pending: why' into the case until it does"));
    return own;
  }

  private static List<String> wordsAndTimes() {
    List<String> known = new ArrayList<>();
    Arrays.stream(Word.values()).map(Word::key).forEach(known::add);
    known.addAll(WHEN);
    return known;
  }

  private static Set<String> everyKey() {
    Set<String> every = new HashSet<>(WHEN);
    Arrays.stream(Word.values()).forEach(word -> every.addAll(word.keys().keySet()));
    return every;
  }

  /** One of several words may be a detail of another. */
  private static boolean isMain(Word word, List<Word> words) {
    return words.stream().noneMatch(other -> other != word && other.keys().containsKey(word.key()));
  }

  private Expectation read(Value item, Fields fields, Word word) {
    List<String> allowed = new ArrayList<>(WHEN);
    allowed.addAll(word.keys().keySet());
    fields.allow(allowed);
    Map<String, List<String>> wanted = new LinkedHashMap<>();
    word.keys()
        .forEach(
            (key, holds) -> fields.find(key).ifPresent(it -> wanted.put(key, values(it, holds))));
    if (fields.has("from") || fields.has("to")) {
      return between(item, fields, word, wanted);
    }
    Instant at = frame.at(fields);
    Duration within = fields.find("within", Form.SPAN).orElse(PATIENCE);
    if (word == Word.SILENCE) {
      item.reject("silence", "must last for a time", "write 'from' and 'to'");
    }
    return new Expectation(item.place(), at, at.plus(within), word, wanted);
  }

  private Expectation between(
      Value item, Fields fields, Word word, Map<String, List<String>> wanted) {
    Form<Instant> time = frame.time().from(frame.start());
    Instant from = fields.find("from", time).orElse(frame.start());
    Instant to = fields.need("to", time, "say until when, 'to: +30m'").orElse(from);
    if (fields.has("at") || fields.has("within")) {
      item.reject("at", "stands beside 'from' and 'to'", "write 'at', or 'from' and 'to'");
    }
    if (to.isBefore(from)) {
      fields.find("to").ifPresent(it -> it.reject("is before 'from'", "put the later one here"));
    }
    return new Expectation(item.place(), from, to, word, wanted);
  }

  private List<String> values(Value value, Holds holds) {
    Form<String> form = frame.vocabulary().form(holds, frame.pending());
    if (holds == Holds.TEXTS) {
      return value.all(form);
    }
    return value.as(form).map(List::of).orElse(List.of(""));
  }
}
