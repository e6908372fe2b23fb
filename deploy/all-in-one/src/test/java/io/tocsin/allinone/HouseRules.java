package io.tocsin.allinone;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URI;
import java.util.Collection;
import java.util.Set;

/** The rules by themselves, so that small classes can show that each is able to fail. */
final class HouseRules {
  private static final Set<String> CLOCKS_AND_DICE =
      Set.of(
          "java.time.InstantSource",
          "java.time.Clock",
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.util.concurrent.ThreadLocalRandom",
          "java.security.SecureRandom");

  private static final Set<String> READS_CLOCK =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.Math.random",
          "java.util.UUID.randomUUID");

  private HouseRules() {}

  /** What a core may name: anything else is an edge's matter. */
  static ArchRule coreIsPure(String service) {
    return classes()
        .that()
        .resideInAPackage(service + ".core..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    service + ".core..",
                    "io.tocsin.contracts.events..",
                    "io.tocsin.contracts.policy..",
                    "org.jspecify.annotations..",
                    "java.lang..",
                    "java.math..",
                    "java.nio.charset..",
                    "java.security..",
                    "java.text..",
                    "java.time..",
                    "java.util..")
                // an address is text with a form; reading one touches no network
                .or(type(URI.class)));
  }

  static ArchRule coreTakesTimeAndChanceAsArguments(String service) {
    return takesTimeAndChanceAsArguments(service + ".core..");
  }

  /** A night is played by the decisions of the real one, and by nothing else of the services. */
  static ArchRule simulationKnowsOnlyDecisions(String cases) {
    return classes()
        .that()
        .resideInAPackage(cases + ".simulation..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                cases,
                cases + ".simulation..",
                "io.tocsin.contracts.events..",
                "io.tocsin.contracts.policy..",
                "io.tocsin.severityclassifier.core..",
                "io.tocsin.escalationengine.core..",
                // the wire names of events stand in annotations
                "com.fasterxml.jackson.annotation..",
                "org.jspecify.annotations..",
                "java.lang..",
                "java.time..",
                "java.util.."));
  }

  static ArchRule takesTimeAndChanceAsArguments(String packages) {
    return noClasses()
        .that()
        .resideInAPackage(packages)
        .should()
        .callCodeUnitWhere(readsAClockOrThrowsDice())
        .because("time and chance are arguments: the same history gives the same decisions");
  }

  static ArchRule dependsOnNoOther(String service, Collection<String> services) {
    return noClasses()
        .that()
        .resideInAPackage(service + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            within(services.stream().filter(other -> !other.equals(service)).toList()));
  }

  static ArchRule namesComeFromTheTrade() {
    return noClasses()
        .should()
        .haveNameMatching(".*(Impl|Util|Utils|Manager|Helper|Dto)(\\$.*)?")
        .because("a name says what a thing is in the trade");
  }

  static String[] within(Collection<String> packages) {
    return packages.stream().map(name -> name + "..").toArray(String[]::new);
  }

  private static DescribedPredicate<JavaCall<?>> readsAClockOrThrowsDice() {
    return describe(
        "it reads a clock or throws dice",
        call -> {
          CodeUnitCallTarget target = call.getTarget();
          String owner = target.getOwner().getFullName();
          return CLOCKS_AND_DICE.contains(owner)
              || READS_CLOCK.contains(owner + "." + target.getName())
              || (owner.startsWith("java.time.") && target.getName().equals("now"));
        });
  }
}
