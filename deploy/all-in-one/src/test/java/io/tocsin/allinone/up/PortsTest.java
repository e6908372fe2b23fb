package io.tocsin.allinone.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.allinone.FreePorts;
import io.tocsin.allinone.StartRefused;
import io.tocsin.allinone.up.Ports.Listener;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void theyAreThoseOfTheDesignPlusTheOffset() {
    assertThat(new Ports(0).url(Listener.ALERT_INGEST)).isEqualTo("http://127.0.0.1:8080");
    assertThat(new Ports(100).of(Listener.KAFKA_CONTROLLER)).isEqualTo(9193);
  }

  @Test
  void aPortInUseIsNamedWithHowToChooseAnother() throws Exception {
    Ports ports = new Ports(FreePorts.offset());
    int engine = ports.of(Listener.ESCALATION_ENGINE);
    try (ServerSocket taken = new ServerSocket(engine, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(() -> ports.check(true))
          .isInstanceOf(StartRefused.class)
          .hasMessage(
              "port %d (escalation-engine) is in use; stop what listens there or choose others with"
                  + " --port-offset, say --port-offset 10000",
              taken.getLocalPort());
    }
  }

  @Test
  void withAnotherKafkaItsPortsAreNotWanted() throws Exception {
    Ports ports = new Ports(FreePorts.offset());
    try (ServerSocket taken =
        new ServerSocket(ports.of(Listener.KAFKA), 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatCode(() -> ports.check(false)).doesNotThrowAnyException();
      assertThat(taken.isBound()).isTrue();
    }
  }

  @Test
  void anOffsetBeyondTheLastPortIsRefused() {
    assertThatThrownBy(() -> new Ports(60_000).check(true))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("choose 0 to 56442");
  }
}
