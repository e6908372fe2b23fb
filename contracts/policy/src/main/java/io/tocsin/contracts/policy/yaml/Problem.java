package io.tocsin.contracts.policy.yaml;

/**
 * One thing wrong with a policy.
 *
 * @param file below the root
 * @param line from 1; 0 for the file as a whole
 * @param column from 1; 0 for the file as a whole
 * @param value what stands there
 * @param message what is wrong with it
 * @param remedy what to write instead
 */
public record Problem(
    String file, int line, int column, String value, String message, String remedy) {

  /** About a file as a whole. */
  public static Problem of(String file, String message, String remedy) {
    return new Problem(file, 0, 0, file, message, remedy);
  }

  /** The same of a file in {@code folder}. */
  public Problem below(String folder) {
    String path = folder + "/" + file;
    String shown = value.equals(file) ? path : value;
    return new Problem(path, line, column, shown, message, remedy);
  }

  /**
   * {@code policy.yaml:12:5: 'P9': no such level; use P1, P2, P3 or P4}; without the value where it
   * is the file itself.
   */
  @Override
  public String toString() {
    return value.equals(file)
        ? "%s: %s; %s".formatted(place(), message, remedy)
        : "%s: '%s': %s; %s".formatted(place(), value, message, remedy);
  }

  /** {@code policy.yaml:12:5}. */
  public String place() {
    return line == 0 ? file : "%s:%d:%d".formatted(file, line, column);
  }
}
