package io.tocsin.notifier.edge.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.MessageKind;
import io.tocsin.contracts.events.Notification;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where a recipient is in Slack, and whom a message to them tags. */
@Tag("MHV-aud")
class AddressesTest {
  private final SlackNames names = new SlackNames();
  private final Addresses addresses =
      new Addresses(SlackPolicies::policies, name -> Optional.empty(), names);
  private final Notification told = Told.tell(1, "audience:engineers", MessageKind.UPDATE);

  @Test
  void aNameOfWhichNothingIsKnownTagsNobody() {
    assertThat(addresses.tags(told)).containsExactly("<!subteam^" + SlackPolicies.TAG + ">");
    assertThat(addresses.reached("@rx-named")).isEqualTo("@rx-named");
  }

  @Test
  void aNameThatIsAGroupsHandleTagsTheGroup() {
    names.know(new SlackNames.Found(Map.of("by-name", "S0614TZR7"), Map.of()));
    assertThat(addresses.tags(told)).contains("<!subteam^S0614TZR7>").hasSize(2);
  }

  @Test
  void aNameThatIsAPersonsTagsThePerson() {
    names.know(new SlackNames.Found(Map.of(), Map.of("@by-name", "U0614TZR7")));
    assertThat(addresses.tags(told)).contains("<@U0614TZR7>").hasSize(2);
  }

  @Test
  void whoIsKnownByNameIsWrittenToByTheirId() throws Exception {
    names.know(new SlackNames.Found(Map.of(), Map.of("@rx-named", "U0614TZR7")));
    Notification direct = Told.tell(1, "named", MessageKind.QUESTIONS);
    assertThat(addresses.of(direct)).isEqualTo("@rx-named");
    assertThat(addresses.reached("@rx-named")).isEqualTo("U0614TZR7");
  }
}
