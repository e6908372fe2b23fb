package io.tocsin.contracts.policy.template;

/**
 * One thing wrong with a template file.
 *
 * @param file in the team's folder: {@code templates/update.txt}
 * @param line from 1; 0 for the file as a whole
 * @param column from 1; 0 for the line or file as a whole
 * @param value what stands there
 * @param message what is wrong with it
 * @param remedy what to write instead
 */
public record TemplateFlaw(
    String file, int line, int column, String value, String message, String remedy) {

  /** {@code templates/update.txt:2:9: 'statsu': no such variable; did you mean 'status'?}. */
  @Override
  public String toString() {
    return "%s:%d:%d: '%s': %s; %s".formatted(file, line, column, value, message, remedy);
  }
}
