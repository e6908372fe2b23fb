package io.tocsin.notifier.edge.phone;

import io.tocsin.notifier.Reachable;
import io.tocsin.notifier.edge.callback.References;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/** A phone desk as the tests need it. */
final class TestPhone {
  static final String FROM = "+12025550199";
  static final String TOKEN = "12345";
  static final String LEAD = "+12025550102";

  private TestPhone() {}

  static PhoneSettings settings(String url, int perMinute) {
    return new PhoneSettings(
        url,
        "ACtest",
        TOKEN,
        FROM,
        "https://tocsin.example.com/",
        Duration.ofMillis(800),
        Duration.ofSeconds(30),
        perMinute);
  }

  static PhoneDesk desk(PhoneSettings settings) {
    ReplyCodes codes = new ReplyCodes(settings.authToken(), () -> "0a1b2c3d");
    References references = new References(100);
    references.loaded();
    return new PhoneDesk(
        settings,
        new Numbers(
            Reachable::policies, name -> Optional.ofNullable(Map.of("PHONE_LEAD", LEAD).get(name))),
        new PhoneWords(Reachable::words, codes),
        codes,
        new SpokenPages(),
        references);
  }

  static String date(String instant) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        Instant.parse(instant).atOffset(ZoneOffset.UTC));
  }
}
