package io.tocsin.chaos.core.checker;

import io.tocsin.chaos.core.History;
import io.tocsin.chaos.core.Secret;
import io.tocsin.chaos.core.Stored;
import io.tocsin.chaos.core.Writing;
import io.tocsin.chaos.core.evidence.Evidence;
import io.tocsin.chaos.core.evidence.Line;
import io.tocsin.contracts.events.Rejected;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** no planted word is seen where it may not be */
final class NoSecretLeaks implements Invariant {
  @Override
  public String name() {
    return "no-secret-leaks";
  }

  @Override
  public String meaning() {
    return "no planted word is seen where it may not be";
  }

  @Override
  public void check(Evidence evidence, Findings findings) {
    List<Secret> secrets = evidence.history().secrets();
    if (!secrets.isEmpty()) {
      writings(evidence.history())
          .forEach(writing -> secrets.forEach(secret -> check(findings, secret, writing)));
    }
  }

  private static void check(Findings findings, Secret secret, Writing writing) {
    if (!secret.allowed().contains(writing.place()) && writing.text().contains(secret.word())) {
      findings.report(
          secret.name(),
          "it is to be read in " + writing.where(),
          () -> List.of(new Line(writing.at(), "reader", "finds it in " + writing.where())));
    }
  }

  private static Stream<Writing> writings(History history) {
    return Stream.of(
            history.writings().stream(),
            history.arrivals().stream()
                .map(
                    it ->
                        new Writing(
                            Secret.Place.PROVIDER,
                            "the body for " + it.dedupKey(),
                            it.at(),
                            it.body())),
            history.polls().stream()
                .map(
                    it ->
                        new Writing(
                            Secret.Place.STATUS_PAGE, "the public page", it.at(), it.body())),
            history.records().all().map(NoSecretLeaks::writing))
        .flatMap(writings -> writings);
  }

  private static Writing writing(Stored<?> stored) {
    String value =
        stored.value() instanceof Rejected rejected
            ? rejected + new String(rejected.raw(), StandardCharsets.UTF_8)
            : String.valueOf(stored.value());
    return new Writing(
        Secret.Place.TOPIC,
        "%s, partition %d, offset %d"
            .formatted(stored.topic(), stored.partition(), stored.offset()),
        stored.timestamp(),
        stored.key() + value);
  }
}
