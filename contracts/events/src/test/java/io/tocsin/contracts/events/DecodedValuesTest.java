package io.tocsin.contracts.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

/** A store's value is read once for as long as its bytes stay the same. */
class DecodedValuesTest {
  private final JsonSerde<Reason> serde = new JsonSerde<>(Reason.class);
  private final DecodedValues<Reason> values = new DecodedValues<>(serde, 2);

  @Test
  void theSameBytesAreReadOnce() {
    Reason first = values.value("RX-1", bytes("cpu"));
    assertThat(values.value("RX-1", bytes("cpu"))).isSameAs(first);
  }

  @Test
  void otherBytesAreReadAnewThoughTheKeyIsTheSame() {
    values.value("RX-1", bytes("cpu"));
    assertThat(values.value("RX-1", bytes("disk"))).isEqualTo(reason("disk"));
    assertThat(values.value("RX-1", bytes("cpu"))).isEqualTo(reason("cpu"));
  }

  @Test
  void whatWasWrittenNeedNotBeRead() {
    Reason written = reason("cpu");
    byte[] bytes = values.written("RX-1", written);
    assertThat(bytes).isEqualTo(serde.bytes(written));
    assertThat(values.value("RX-1", bytes.clone())).isSameAs(written);
  }

  @Test
  void whatWasWrittenAndNeverStoredIsNotTakenForTheStores() {
    byte[] stored = bytes("cpu");
    values.written("RX-1", reason("disk"));
    assertThat(values.value("RX-1", stored)).isEqualTo(reason("cpu"));
  }

  @Test
  void theLeastRecentlyUsedIsForgotten() {
    Reason first = values.value("RX-1", bytes("cpu"));
    values.value("RX-2", bytes("cpu"));
    Reason second = values.value("RX-2", bytes("cpu"));
    values.value("RX-1", bytes("cpu"));
    values.value("RX-3", bytes("cpu"));
    assertThat(values.value("RX-1", bytes("cpu"))).isSameAs(first);
    assertThat(values.value("RX-2", bytes("cpu"))).isEqualTo(second).isNotSameAs(second);
  }

  @Test
  void whatCannotBeReadIsRefusedEachTime() {
    byte[] rubbish = "{".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> values.value("RX-1", rubbish))
        .isInstanceOf(SerializationException.class);
    assertThatThrownBy(() -> values.value("RX-1", rubbish))
        .isInstanceOf(SerializationException.class);
  }

  private byte[] bytes(String name) {
    return serde.bytes(reason(name));
  }

  private static Reason reason(String name) {
    return new Reason(name, "as the rule says");
  }
}
