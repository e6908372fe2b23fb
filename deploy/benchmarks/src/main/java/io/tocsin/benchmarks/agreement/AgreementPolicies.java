package io.tocsin.benchmarks.agreement;

import io.tocsin.benchmarks.house.BenchPolicies;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The policies for measuring, with one incident for each label {@code case}, the phone a second
 * after PagerDuty, and somebody who is told by text: so that every channel has said something that
 * an answer changes.
 */
final class AgreementPolicies {
  /** Whose texts are answered. */
  static final String TEXTED = "+12025550177";

  private AgreementPolicies() {}

  /** Changes those in {@code folder}. */
  static void sharpen(Path folder) throws IOException {
    Path team = folder.resolve("digital-prescriptions");
    BenchPolicies.edit(
        team.resolve("policy.yaml"), "grouping-labels: []", "grouping-labels: [case]");
    BenchPolicies.edit(team.resolve("policy.yaml"), "wait: " + BenchPolicies.LONG, "wait: 1s");
    BenchPolicies.edit(
        team.resolve("policy.yaml"),
        "    tell:\n",
        "    tell:\n      - audience: texted\n        when: [opened, acknowledged, resolved]\n");
    BenchPolicies.edit(
        team.resolve("policy.yaml"),
        "audiences:\n",
        "audiences:\n  texted:\n    title: Who is texted\n    contacts: [texted]\n");
    BenchPolicies.edit(
        team.resolve("contacts.yaml"),
        "contacts:\n",
        "contacts:\n  texted:\n    name: Who is texted\n    hours: always\n    methods:\n"
            + "      phone: \"%s\"\n".formatted(TEXTED));
  }
}
