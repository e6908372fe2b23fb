package io.tocsin.sandbox.core;

import org.jspecify.annotations.Nullable;

/**
 * What is to go wrong with the next requests of a provider.
 *
 * @param status the HTTP status to answer; null leaves the provider's own
 * @param body the body to answer; null leaves the provider's own, or none where a status is given
 * @param delayMs how long the answer waits, in milliseconds
 * @param dropConnection whether the connection ends without an answer
 * @param forget whether the provider answers as ever and keeps nothing: PagerDuty's alone
 * @param count how many requests it concerns
 */
public record Fault(
    Provider provider,
    @Nullable Integer status,
    @Nullable String body,
    long delayMs,
    boolean dropConnection,
    boolean forget,
    int count) {

  /** Whether the provider takes nothing of what it is sent: an error status is given. */
  public boolean refuses() {
    return status != null && status >= 400;
  }

  Fault withCount(int left) {
    return new Fault(provider, status, body, delayMs, dropConnection, forget, left);
  }
}
