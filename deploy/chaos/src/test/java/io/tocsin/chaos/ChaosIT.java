package io.tocsin.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.chaos.edge.plan.Size;
import io.tocsin.chaos.edge.run.Campaign;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One seed in every check; {@code -Pchaos} plays those of {@code -Dchaos.seeds}. */
class ChaosIT {
  private static final Path POLICIES = Path.of("..", "policies");
  private static final Path OUTPUT = Path.of("target", "chaos");

  @Test
  void whatBreaksOnPurposeLosesNoAlertAndDoublesNoPage() throws IOException {
    String seeds = System.getProperty("chaos.seeds", "7");
    Size size = Boolean.getBoolean("chaos.full") ? Size.FULL : Size.SMALL;
    long[] range = Campaign.range(seeds);
    List<String> told = new ArrayList<>();

    int end =
        new Campaign(POLICIES, OUTPUT, size)
            .play(
                range[0],
                range[1],
                line -> {
                  told.add(line);
                  System.out.println(line);
                });

    assertThat(end).as(String.join("\n", told)).isZero();
  }
}
