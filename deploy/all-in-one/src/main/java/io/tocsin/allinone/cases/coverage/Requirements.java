package io.tocsin.allinone.cases.coverage;

import io.tocsin.allinone.cases.Requirement;
import io.tocsin.allinone.cases.file.RequirementFile;
import io.tocsin.contracts.events.PolicyBundle;
import io.tocsin.contracts.policy.PolicyRejected;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The requirements: those of the shipped runbooks, and what a policy root adds of its own. */
public final class Requirements {
  /** Beside the teams' folders, in the same form as the shipped list. */
  public static final String OWN = "requirements.yaml";

  private static final String SHIPPED = "/io/tocsin/allinone/cases/" + OWN;

  private Requirements() {}

  /** Every requirement that a case in {@code bundle} may show, in their order. */
  public static List<Requirement> of(PolicyBundle bundle) throws PolicyRejected {
    List<Requirement> all = new ArrayList<>(RequirementFile.read(OWN, shipped()));
    String own = bundle.files().get(OWN);
    if (own != null) {
      all.addAll(RequirementFile.read(OWN, own));
    }
    return all;
  }

  private static String shipped() {
    try (InputStream in = Requirements.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + SHIPPED);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the list of requirements cannot be read", e);
    }
  }
}
