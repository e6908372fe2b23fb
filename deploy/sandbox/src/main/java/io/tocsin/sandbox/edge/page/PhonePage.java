package io.tocsin.sandbox.edge.page;

import io.tocsin.sandbox.core.Person;
import io.tocsin.sandbox.core.Phone;
import io.tocsin.sandbox.core.PhoneCall;
import io.tocsin.sandbox.core.PhoneText;
import io.tocsin.sandbox.core.Twiml;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The phones that were called or texted, the one that rang last first. */
record PhonePage(String back, List<Handset> handsets) {
  private static final int SHOWN = 20;
  private static final Pattern CODE = Pattern.compile("\\bACK \\d{4}\\b");

  /** One phone. */
  record Handset(
      String number, String owner, boolean off, List<Call> calls, List<Text> texts, String answer) {
    /** The text that is answered: the newest; empty where there is none. */
    String textSid() {
      return texts.isEmpty() ? "" : texts.get(0).sid();
    }
  }

  /**
   * A call.
   *
   * @param look the class of the style sheet
   */
  record Call(
      String sid,
      String look,
      String standing,
      Moment at,
      boolean rings,
      boolean talks,
      List<String> says) {}

  /**
   * A text.
   *
   * @param standing what became of one of ours; empty for a person's
   */
  record Text(String sid, String body, boolean mine, String standing, boolean lost, Moment at) {}

  static PhonePage of(Phone phone, List<Person> people, Visit visit) {
    List<PhoneCall> calls = phone.calls();
    List<PhoneText> texts = phone.texts();
    Map<String, Instant> last = new LinkedHashMap<>();
    phone.off().forEach(number -> last.put(number, Instant.EPOCH));
    calls.forEach(call -> last.merge(call.to(), call.created(), PhonePage::later));
    texts.forEach(text -> last.merge(owner(text), text.created(), PhonePage::later));
    return new PhonePage(
        visit.back(),
        last.entrySet().stream()
            .sorted(Map.Entry.<String, Instant>comparingByValue(Comparator.reverseOrder()))
            .limit(SHOWN)
            .map(each -> handset(each.getKey(), phone, people))
            .toList());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static String owner(PhoneText text) {
    return text.direction() == PhoneText.Direction.FROM_PERSON ? text.from() : text.to();
  }

  private static Handset handset(String number, Phone phone, List<Person> people) {
    List<Text> said =
        newest(phone.texts().stream().filter(text -> owner(text).equals(number)).toList()).stream()
            .map(PhonePage::text)
            .toList();
    return new Handset(
        number,
        people.stream()
            .filter(person -> person.phone().equals(number))
            .map(Person::title)
            .reduce((one, other) -> one + " / " + other)
            .orElse(""),
        phone.off().contains(number),
        newest(phone.calls().stream().filter(call -> call.to().equals(number)).toList()).stream()
            .map(PhonePage::call)
            .toList(),
        said,
        said.stream().flatMap(text -> code(text.body()).stream()).findFirst().orElse(""));
  }

  private static <T> List<T> newest(List<T> all) {
    List<T> newest = new ArrayList<>(all.subList(Math.max(0, all.size() - SHOWN), all.size()));
    Collections.reverse(newest);
    return newest;
  }

  private static Optional<String> code(String body) {
    Matcher code = CODE.matcher(body);
    return code.find() ? Optional.of(code.group()) : Optional.empty();
  }

  private static Text text(PhoneText text) {
    return new Text(
        text.sid(),
        text.body(),
        text.direction() == PhoneText.Direction.FROM_PERSON,
        standing(text.status()),
        text.status() == PhoneText.Status.UNDELIVERED,
        Moment.of(text.created()));
  }

  private static Call call(PhoneCall call) {
    return new Call(
        call.sid(),
        call.status().isWaiting() ? "triggered" : call.status().isOver() ? "quiet" : "acknowledged",
        standing(call.status()),
        Moment.of(call.created()),
        call.status().isWaiting(),
        call.status() == PhoneCall.Status.IN_PROGRESS,
        call.status().isWaiting()
            ? List.of()
            : Twiml.read(call.twiml()).map(twiml -> heard(call, twiml)).orElse(List.of()));
  }

  /** What is said when no key comes is not heard before. */
  private static List<String> heard(PhoneCall call, Twiml twiml) {
    boolean waits = call.status() == PhoneCall.Status.IN_PROGRESS && !twiml.asks().isEmpty();
    return waits ? twiml.asks() : twiml.says();
  }

  private static String standing(PhoneText.Status status) {
    return switch (status) {
      case QUEUED, SENT -> "on its way";
      case DELIVERED -> "arrived";
      case UNDELIVERED -> "did not arrive: the phone was off";
      case RECEIVED -> "";
    };
  }

  private static String standing(PhoneCall.Status status) {
    return switch (status) {
      case QUEUED, RINGING -> "ringing";
      case IN_PROGRESS -> "answered";
      case COMPLETED -> "over";
      case BUSY -> "declined";
      case NO_ANSWER -> "nobody answered";
      case FAILED -> "failed";
      case CANCELED -> "dropped before anybody answered";
    };
  }
}
