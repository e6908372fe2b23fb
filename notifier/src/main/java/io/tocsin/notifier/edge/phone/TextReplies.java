package io.tocsin.notifier.edge.phone;

import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.notifier.edge.callback.Commands;
import io.tocsin.notifier.edge.phone.PhoneReceiver.Said;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * {@code ACK 4711}: whoever was texted of an incident takes it. The number alone proves nothing, as
 * it can be forged; the code counts only together with the number it was sent to.
 */
final class TextReplies {
  private static final String PHONE = Channel.PHONE.wireName();
  private static final Pattern ACK =
      Pattern.compile("\\s*ACK[\\s:]+(\\d{4})(?:\\s+([A-Z][A-Z0-9]{1,7}-\\d{1,12}))?[\\s.!]*");

  private final Engine engine;
  private final Script script;
  private final Numbers numbers;
  private final ReplyCodes codes;
  private final Supplier<? extends Collection<IncidentId>> open;
  private final Guesses guesses = new Guesses();

  /**
   * @param open the incidents that are not over
   */
  TextReplies(
      Engine engine,
      Script script,
      Numbers numbers,
      ReplyCodes codes,
      Supplier<? extends Collection<IncidentId>> open) {
    this.engine = engine;
    this.script = script;
    this.numbers = numbers;
    this.codes = codes;
    this.open = open;
  }

  Mono<Said> receive(CallbackForm form, Instant at) {
    String from = form.text("From");
    Matcher ack = ACK.matcher(form.text("Body").toUpperCase(Locale.ROOT));
    if (!ack.matches()) {
      return ignored("a text says nothing known", "Answer ACK and the four digits, as ACK 4711.");
    }
    if (guesses.areTooMany(from, at)) {
      return Mono.just(new Said(false, "a number has sent too many wrong codes", script.nothing()));
    }
    List<Taker> takers = takers(from, ack.group(1), ack.group(2));
    if (takers.isEmpty()) {
      guesses.wrong(from, at);
      return ignored("a code fits no open incident", "No open incident has this code for you.");
    }
    if (takers.stream().map(Taker::incident).distinct().count() > 1) {
      return ignored(
          "a code fits several incidents",
          "Several incidents have this code: answer ACK %s %s"
              .formatted(ack.group(1), takers.get(0).incident()));
    }
    return take(takers.get(0), form.text("MessageSid"), at);
  }

  private Mono<Said> take(Taker taker, String message, Instant at) {
    IncidentCommand command =
        new IncidentCommand(
            Commands.id(PHONE, message),
            taker.incident.team(),
            taker.incident,
            new Actor(taker.id, PHONE),
            at,
            new CommandAction.Acknowledge());
    return engine
        .ask(command, Mono.empty())
        .map(
            words ->
                new Said(
                    true,
                    taker.incident + " was answered with an acknowledgement by text",
                    script.text(words)));
  }

  private List<Taker> takers(String from, String code, @Nullable String named) {
    return open.get().stream()
        .filter(incident -> named == null || incident.toString().equals(named))
        .sorted(
            Comparator.comparing(IncidentId::team)
                .thenComparing(Comparator.comparing(IncidentId::number).reversed()))
        .flatMap(
            incident ->
                numbers.holders(incident.team(), from).stream()
                    .filter(id -> codes.of(incident, id).equals(code))
                    .map(id -> new Taker(incident, id)))
        .toList();
  }

  private Mono<Said> ignored(String note, String words) {
    return Mono.just(new Said(false, note, script.text(words)));
  }

  private record Taker(IncidentId incident, String id) {}
}
