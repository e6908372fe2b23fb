package io.tocsin.allinone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.allinone.cases.Golden;
import io.tocsin.contracts.events.ContractJson;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code tocsin incidents ID} says what became of each message. */
@Tag("RUN-08.2")
class DeliveryTextTest {
  private static final String SHOWN = Golden.text("../cli/incident.json");

  @Test
  void anIncidentIsShownWithItsTimelineAndWhatBecameOfItsMessages() throws Exception {
    Golden.compare("../cli/incident.txt", printed(SHOWN));
  }

  @Test
  void whereNobodyWasToldThereIsNoSection() throws Exception {
    assertThat(DeliveryText.section(List.of())).isEmpty();
    assertThat(printed(SHOWN.replaceAll("(?s)\"deliveries\": \\[.*?\\n  ],", "")))
        .contains("acknowledged")
        .doesNotContain("deliveries");
  }

  @Test
  void whatCouldNotAllBeReadIsSaid() throws Exception {
    assertThat(printed(SHOWN.replace("\"complete\": true", "\"complete\": false")))
        .endsWith("  not all of it could be read just now; ask again\n");
  }

  @Test
  void noControlCharacterOfAProviderReachesTheTerminal() throws Exception {
    assertThat(printed(SHOWN.replace("it rings", "it\\u001b[2J rings")))
        .contains("delivered: it [2J rings")
        .doesNotContain("\u001b");
  }

  private static String printed(String json) throws CommandRefused {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    IncidentsCommand.show(out, ContractJson.MAPPER.readValue(json, EngineApi.Shown.class));
    out.flush();
    return said.toString();
  }
}
