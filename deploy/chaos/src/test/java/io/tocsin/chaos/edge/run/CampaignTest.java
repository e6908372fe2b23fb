package io.tocsin.chaos.edge.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CampaignTest {
  @Test
  void oneSeedIsARangeOfOne() {
    assertThat(Campaign.range("17")).containsExactly(17, 17);
  }

  @Test
  void aRangeHasItsFirstAndItsLast() {
    assertThat(Campaign.range("1..200")).containsExactly(1, 200);
  }

  @Test
  void anythingElseIsRefusedWithWhatItWas() {
    assertThatThrownBy(() -> Campaign.range("some"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'some'");
  }
}
