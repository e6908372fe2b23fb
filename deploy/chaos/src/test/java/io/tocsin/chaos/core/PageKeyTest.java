package io.tocsin.chaos.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tocsin.contracts.events.IncidentId;
import org.junit.jupiter.api.Test;

class PageKeyTest {

  @Test
  void aKeyIsReadFromItsEndSinceAnInstallationMayHoldHyphens() {
    assertThat(PageKey.ofDedupKey("0a1b-2c3d-RX-142-7"))
        .isEqualTo(new PageKey(IncidentId.parse("RX-142"), 7));
  }

  @Test
  void whatIsNoPageIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> PageKey.ofDedupKey("tocsin"));
    assertThatIllegalArgumentException().isThrownBy(() -> PageKey.ofDedupKey("a-b-c"));
  }
}
