package io.tocsin.allinone;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
  private static final String PURE = "io.tocsin.allinone.fixture.pure";
  private static final String IMPURE = "io.tocsin.allinone.fixture.impure";
  private static final List<String> BOTH = List.of(PURE, IMPURE);

  private final JavaClasses fixtures = new ClassFileImporter().importPackages(PURE, IMPURE);
  private final JavaClasses nothing = new ClassFileImporter().importPackages(PURE + ".absent");

  @Test
  void aPureCorePasses() {
    assertThatCode(
            () -> {
              HouseRules.coreIsPure(PURE).check(fixtures);
              HouseRules.coreTakesTimeAndChanceAsArguments(PURE).check(fixtures);
              HouseRules.dependsOnNoOther(PURE, BOTH).check(fixtures);
            })
        .doesNotThrowAnyException();
  }

  @Test
  void aCoreThatReachesOutIsFound() {
    assertThatThrownBy(() -> HouseRules.coreIsPure(IMPURE).check(fixtures))
        .hasMessageContaining("java.net.URI");
  }

  @Test
  void clocksAndDiceAreFound() {
    assertThatThrownBy(() -> HouseRules.coreTakesTimeAndChanceAsArguments(IMPURE).check(fixtures))
        .hasMessageContaining("Instant.now()")
        .hasMessageContaining("System.currentTimeMillis()")
        .hasMessageContaining("UUID.randomUUID()");
  }

  @Test
  void aNeighbourIsFound() {
    assertThatThrownBy(() -> HouseRules.dependsOnNoOther(IMPURE, BOTH).check(fixtures))
        .hasMessageContaining("Known");
  }

  @Test
  void aNameThatSaysNothingIsFound() {
    assertThatThrownBy(() -> HouseRules.namesComeFromTheTrade().check(fixtures))
        .hasMessageContaining("ThingManager");
  }

  @Test
  void aRuleThatMatchesNothingFails() {
    assertThatThrownBy(() -> HouseRules.coreIsPure(PURE).check(nothing))
        .hasMessageContaining("failed to check any classes");
  }
}
