package io.tocsin.alertingest.core;

import io.tocsin.contracts.policy.Integration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One authenticated delivery, as it came. */
public final class Webhook {
  private final byte[] body;
  private final @Nullable String contentType;
  private final Integration integration;
  private final Instant receivedAt;
  private final String chance;

  /**
   * @param contentType as said by the sender, who may be wrong
   * @param receivedAt when the whole body was here
   * @param chance unique to this delivery, for senders that name neither delivery nor time
   */
  public Webhook(
      byte[] body,
      @Nullable String contentType,
      Integration integration,
      Instant receivedAt,
      String chance) {
    this.body = body;
    this.contentType = contentType;
    this.integration = integration;
    this.receivedAt = receivedAt;
    this.chance = chance;
  }

  /** The bytes as they came; not a copy. */
  public byte[] body() {
    return body;
  }

  public @Nullable String contentType() {
    return contentType;
  }

  public Integration integration() {
    return integration;
  }

  public Instant receivedAt() {
    return receivedAt;
  }

  public String chance() {
    return chance;
  }
}
