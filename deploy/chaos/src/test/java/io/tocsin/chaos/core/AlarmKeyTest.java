package io.tocsin.chaos.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AlarmKeyTest {
  @Test
  void anAlarmSaysOfWhichInstallationItIsAndWhatTheTroubleIs() {
    assertThat(AlarmKey.ofDedupKey("0a1b2c3d-tocsin-set-aside"))
        .contains(new AlarmKey("0a1b2c3d", "set-aside"));
  }

  @Test
  void aPageIsNoAlarm() {
    assertThat(AlarmKey.ofDedupKey("0a1b2c3d-RX-142-1")).isEmpty();
  }
}
