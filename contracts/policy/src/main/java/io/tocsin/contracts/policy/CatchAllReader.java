package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.TeamCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code catch-all.yaml}: the ladder of last resort, and what holds for all teams. */
final class CatchAllReader {
  private static final TeamCode UNSAID = new TeamCode("UNSAID");

  private CatchAllReader() {}

  static CatchAll read(Section file, Claims codes) {
    file.allow("code", "name", "contacts", "ladder", "installation");
    Optional<YamlValue> own = file.need("code", Kind.CODE.remedy());
    Optional<TeamCode> code = own.flatMap(value -> value.as(Kind.CODE));
    code.ifPresent(known -> own.ifPresent(value -> codes.take(known.value(), value)));
    Map<String, Contact> contacts =
        file.need("contacts", "list the roles of last resort below it")
            .flatMap(YamlValue::section)
            .map(ContactsReader::read)
            .orElse(Map.of());
    Optional<YamlValue> place = file.need("ladder", "say who is called, in order");
    List<Rung> ladder =
        place.map(value -> new LadderReader(contacts).read(value, Channel.PHONE)).orElse(List.of());
    if (ladder.stream().noneMatch(CatchAllReader::rings)) {
      place.ifPresent(
          value ->
              value.reject(
                  "ladder", "no rung of last resort rings", "call somebody by pagerduty or phone"));
    }
    return new CatchAll(code.orElse(UNSAID), file.need("name", Kind.TEXT, ""), contacts, ladder);
  }

  static Installation installation(Section file) {
    return file.find("installation")
        .flatMap(YamlValue::section)
        .map(section -> section.allow("pagerduty-events-per-minute"))
        .flatMap(section -> section.find("pagerduty-events-per-minute", Kind.COUNT))
        .map(Installation::new)
        .orElseGet(() -> new Installation(Installation.PAGERDUTY_LIMIT));
  }

  private static boolean rings(Rung rung) {
    return rung.by().stream().anyMatch(method -> method.isLouderThan(Channel.SLACK));
  }
}
