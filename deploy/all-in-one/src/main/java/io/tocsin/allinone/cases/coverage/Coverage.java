package io.tocsin.allinone.cases.coverage;

import io.tocsin.allinone.cases.Case;
import io.tocsin.allinone.cases.Requirement;
import java.util.List;

/**
 * How far cases show the requirements.
 *
 * @param rows one for each requirement, in their order
 */
public record Coverage(List<Row> rows) {
  public Coverage {
    rows = List.copyOf(rows);
  }

  /** How a requirement stands. */
  public enum Standing {
    /** A case shows it that must pass. */
    SHOWN,
    /** The cases that show it wait for something. */
    PENDING,
    /** No case can show it, and it is said why. */
    NO_CASE,
    /** Nobody has written a case. */
    MISSING
  }

  /**
   * One requirement and its cases.
   *
   * @param cases those that must pass
   * @param pending those that wait
   */
  public record Row(Requirement requirement, List<Case> cases, List<Case> pending) {

    public Standing standing() {
      if (!cases.isEmpty()) {
        return Standing.SHOWN;
      }
      if (!pending.isEmpty()) {
        return Standing.PENDING;
      }
      return requirement.noCase() == null ? Standing.MISSING : Standing.NO_CASE;
    }

    /** Why there is no case that must pass; empty when there is one. */
    public List<String> reasons() {
      return switch (standing()) {
        case SHOWN -> List.of();
        case PENDING ->
            pending.stream().map(it -> String.valueOf(it.pending())).distinct().toList();
        case NO_CASE -> List.of(String.valueOf(requirement.noCase()));
        case MISSING -> List.of("nobody has written a case");
      };
    }
  }

  public static Coverage of(List<Requirement> requirements, List<Case> cases) {
    return new Coverage(
        requirements.stream()
            .map(
                requirement ->
                    new Row(
                        requirement,
                        showing(requirement, cases, false),
                        showing(requirement, cases, true)))
            .toList());
  }

  public long count(Standing standing) {
    return rows.stream().filter(row -> row.standing() == standing).count();
  }

  private static List<Case> showing(Requirement requirement, List<Case> cases, boolean pending) {
    return cases.stream()
        .filter(it -> it.isPending() == pending && it.shows().contains(requirement.id()))
        .toList();
  }
}
