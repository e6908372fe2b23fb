package io.tocsin.statuspage.core;

import static io.tocsin.statuspage.Given.TEN;
import static io.tocsin.statuspage.Given.p1;
import static io.tocsin.statuspage.Given.then;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.statuspage.Given;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PublicationTest {
  private static final Instant LATER = TEN.plusSeconds(600);

  private Policies policies = Given.policies();
  private final Disclosure disclosure = new Disclosure(() -> policies);
  private final Incident open = p1(1, "prescription-api");

  @Test
  void untilTheTopicIsReadToItsEndThePageShowsWhatItShowedBefore() {
    PublicState before = PublicState.begunAt(TEN);
    Publication publication = new Publication(disclosure, Given.HISTORY, before);
    publication.apply(open);
    publication.publish(LATER);
    assertThat(publication.current()).isEqualTo(before);

    publication.apply(then(open, IncidentState.RESOLVED, LATER));
    publication.caughtUp();
    publication.publish(LATER);

    assertThat(publication.current().incidents())
        .singleElement()
        .extracting(PublicIncident::phase)
        .isEqualTo(Phase.RESOLVED);
  }

  @Test
  void whatTheTopicNoLongerHoldsLeavesThePage() {
    Publication earlier = new Publication(disclosure, Given.HISTORY, PublicState.begunAt(TEN));
    earlier.apply(open);
    earlier.caughtUp();
    earlier.publish(TEN);
    assertThat(earlier.current().incidents()).hasSize(1);

    Publication publication = new Publication(disclosure, Given.HISTORY, earlier.current());
    publication.caughtUp();
    publication.publish(LATER);

    assertThat(publication.current().incidents()).isEmpty();
  }

  @Test
  void whatAPolicyTakesBackAndMakesPublicShowsWithoutAnotherRecord() {
    Publication publication = new Publication(disclosure, Given.HISTORY, PublicState.begunAt(TEN));
    publication.apply(open);
    publication.caughtUp();
    publication.publish(TEN);
    assertThat(publication.current().incidents()).hasSize(1);

    policies = Given.policiesThatPublish(Severity.P2);
    publication.publish(LATER);
    assertThat(publication.current().incidents()).isEmpty();

    policies = Given.policies("API of prescriptions", "Patient portal");
    publication.publish(LATER);
    assertThat(publication.current().incidents()).hasSize(1);
    assertThat(disclosure.components().of("prescription-api"))
        .map(Component::title)
        .contains("API of prescriptions");
  }

  @Test
  void itsTimeMovesOnlyWhenItShowsSomethingElse() {
    Publication publication = new Publication(disclosure, Given.HISTORY, PublicState.begunAt(TEN));
    publication.caughtUp();
    publication.publish(LATER);
    assertThat(publication.current().changedAt()).isEqualTo(TEN);

    publication.apply(open);
    publication.publish(LATER);
    assertThat(publication.current().changedAt()).isEqualTo(LATER);

    publication.apply(then(open, IncidentState.OPEN, LATER));
    publication.publish(LATER.plusSeconds(60));
    assertThat(publication.current().changedAt()).isEqualTo(LATER);
  }
}
