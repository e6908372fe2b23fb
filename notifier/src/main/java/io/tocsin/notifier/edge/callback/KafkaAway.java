package io.tocsin.notifier.edge.callback;

/** Kafka did not take what a callback said: its sender must repeat it. */
public final class KafkaAway extends Away {
  private static final long serialVersionUID = 1L;

  /** What was said may have been taken all the same: its repeat must have the same id. */
  public KafkaAway(Throwable cause) {
    super("Kafka did not take it in time: " + cause.getMessage(), "It could not be stored.", cause);
  }
}
