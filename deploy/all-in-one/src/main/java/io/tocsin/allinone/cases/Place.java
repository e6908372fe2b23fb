package io.tocsin.allinone.cases;

/**
 * Where something is written.
 *
 * @param file below the policy root
 * @param line from 1
 */
public record Place(String file, int line) {

  /** {@code digital-prescriptions/cases/ladder.yaml:12}. */
  @Override
  public String toString() {
    return file + ":" + line;
  }

  /** {@code ladder.yaml:12}: enough where the file is known. */
  public String brief() {
    return file.substring(file.lastIndexOf('/') + 1) + ":" + line;
  }
}
