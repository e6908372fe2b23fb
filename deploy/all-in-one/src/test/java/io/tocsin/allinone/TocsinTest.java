package io.tocsin.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TocsinTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void theShippedPoliciesAreInOrder() {
    assertThat(tocsin("policy", "check", "--policies", "../policies")).isZero();
    assertThat(out.toString()).matches("in order, hash [0-9a-f]{64}\\n");
  }

  @Test
  void aBrokenPolicyIsToldWhole() throws Exception {
    Files.writeString(folder.resolve("integrations.yaml"), "integrations: [\n");
    assertThat(tocsin("policy", "check", "--policies", folder.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("integrations.yaml").contains("catch-all.yaml");
  }

  @Test
  void upOnABrokenPolicySaysSoAndMakesNothing() {
    Path data = folder.resolve("data");
    Path absent = folder.resolve("absent");
    int exit = tocsin("up", "--policies", absent.toString(), "--data", data.toString());
    assertThat(exit).isEqualTo(2);
    assertThat(err.toString())
        .contains("there is no such policy folder")
        .contains("nothing was started");
    assertThat(data).doesNotExist();
  }

  @Test
  void aDataFolderThatCannotBeMadeIsOneLine() throws Exception {
    Path data = Files.createFile(folder.resolve("file")).resolve("data");
    assertThat(tocsin("up", "--policies", "../policies", "--data", data.toString())).isEqualTo(1);
    assertThat(err.toString()).startsWith("tocsin: the data folder " + data).hasLineCount(1);
  }

  @Test
  void aStandInForWhatIsNoProviderIsRefused() {
    assertThat(
            tocsin(
                "up",
                "--policies",
                "../policies",
                "--data",
                folder.toString(),
                "--sandbox-for",
                "pager"))
        .isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo(
            "tocsin: --sandbox-for pager: no such provider; there is pagerduty, email, phone,"
                + " github, slack, datadog\n");
  }

  @Test
  void whatCannotBeReadIsNotSent() {
    assertThat(tocsin("send", "datadog", folder.resolve("absent.json").toString())).isEqualTo(1);
    assertThat(err.toString()).startsWith("tocsin: ").contains("cannot be read");
  }

  @Test
  void withoutATokenWhereToPutOneIsSaid() {
    assertThat(tocsin("incidents", "--data", folder.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("TOCSIN_TOKEN").contains(folder.toString());
  }

  private int tocsin(String... arguments) {
    CommandLine commandLine = Tocsin.commandLine(List::of);
    commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return commandLine.execute(arguments);
  }
}
