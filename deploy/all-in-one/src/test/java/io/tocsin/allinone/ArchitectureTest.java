package io.tocsin.allinone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The house rules, over every module; a rule that has come to match nothing fails as well. */
class ArchitectureTest {
  static final List<String> SERVICES =
      List.of(
          "io.tocsin.alertingest",
          "io.tocsin.severityclassifier",
          "io.tocsin.escalationengine",
          "io.tocsin.notifier",
          "io.tocsin.statuspage");

  private static JavaClasses classes;

  @BeforeAll
  static void readAllModules() {
    classes =
        new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages("io.tocsin");
  }

  @ParameterizedTest
  @FieldSource("SERVICES")
  void aCoreKnowsTheJdkTheContractsAndItself(String service) {
    mustHaveClasses(service + ".core");
    HouseRules.coreIsPure(service).check(classes);
  }

  @ParameterizedTest
  @FieldSource("SERVICES")
  void timeAndChanceAreArgumentsInACore(String service) {
    mustHaveClasses(service + ".core");
    HouseRules.coreTakesTimeAndChanceAsArguments(service).check(classes);
  }

  @Test
  void casesArePlayedByTheDecisionsOfTheNightOnVirtualTime() {
    String cases = "io.tocsin.allinone.cases";
    mustHaveClasses(cases + ".simulation");
    HouseRules.simulationKnowsOnlyDecisions(cases).check(classes);
    HouseRules.takesTimeAndChanceAsArguments(cases + "..").check(classes);
  }

  @ParameterizedTest
  @FieldSource("SERVICES")
  void aServiceDependsOnNoOther(String service) {
    mustHaveClasses(service);
    HouseRules.dependsOnNoOther(service, SERVICES).check(classes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"io.tocsin.contracts.events", "io.tocsin.contracts.policy"})
  void theContractsKnowNoService(String contract) {
    mustHaveClasses(contract);
    ArchRule rule =
        noClasses()
            .that()
            .resideInAPackage(contract + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(HouseRules.within(SERVICES));
    rule.check(classes);
  }

  @Test
  void namesComeFromTheTrade() {
    mustHaveClasses("io.tocsin");
    HouseRules.namesComeFromTheTrade().check(classes);
  }

  private static void mustHaveClasses(String place) {
    assertThat(classes)
        .as("classes in " + place)
        .anyMatch(
            type ->
                type.getPackageName().equals(place)
                    || type.getPackageName().startsWith(place + "."));
  }
}
