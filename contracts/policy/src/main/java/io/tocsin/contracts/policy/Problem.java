package io.tocsin.contracts.policy;

/**
 * One thing wrong with a policy.
 *
 * @param file below the root
 * @param line from 1; 0 for the file as a whole
 * @param value what stands there
 * @param message what is wrong with it
 * @param remedy what to write instead
 */
public record Problem(String file, int line, String value, String message, String remedy) {

  /** {@code policy.yaml:12: 'P9': no such level; use P1, P2, P3 or P4}. */
  @Override
  public String toString() {
    return "%s:%d: '%s': %s; %s".formatted(file, line, value, message, remedy);
  }
}
