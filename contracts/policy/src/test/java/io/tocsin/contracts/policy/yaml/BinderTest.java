package io.tocsin.contracts.policy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of a file: a record, and every mistake at its place. */
class BinderTest {
  private final Problems problems = new Problems();
  private final Places places = new Places();

  @Says("a kitchen")
  record Kitchen(
      @Says("its name") String name,
      @Says("how long it cooks") @Default("30m") Duration cookFor,
      @Says("what is cooked") @Least(1) List<Dish> dishes,
      @Says("who cooks, by role") Map<String, Cook> cooks,
      @Says("a word to the guests") @Nullable String notice) {}

  record Dish(@As(Form.NAME) String name, @Key("for") int guests) {}

  record Cook(@Key String role, @As(Form.EMAIL) String mail) {}

  @Test
  void aFileBecomesARecord() {
    Kitchen kitchen =
        bind(
            """
            name: Canteen
            dishes:
              - {name: soup, for: 12}
            cooks:
              chef: {mail: chef@example.com}
            """);
    assertThat(problems.inOrder()).isEmpty();
    assertThat(kitchen)
        .isEqualTo(
            new Kitchen(
                "Canteen",
                Duration.ofMinutes(30),
                List.of(new Dish("soup", 12)),
                Map.of("chef", new Cook("chef", "chef@example.com")),
                null));
  }

  @Test
  void everyMistakeIsSaidAtItsPlaceInOneReading() {
    Kitchen kitchen =
        bind(
            """
            nme: Canteen
            cook-for: long
            dishes:
              - {name: Soup, for: twelve}
              - soup
            cooks: none
            """);
    assertThat(problems.inOrder().stream().map(Problem::toString))
        .containsExactly(
            "kitchen.yaml:1:1: 'nme': no such key here; did you mean 'name'? use name, cook-for, dishes, cooks or notice",
            "kitchen.yaml:1:1: 'name': this key is missing; its name; write some words after the colon",
            "kitchen.yaml:2:11: 'long': is no duration; write it like 30s, 2m or 1h30m",
            "kitchen.yaml:4:12: 'Soup': is no name; use small letters, digits and hyphens, as in 'on-call'",
            "kitchen.yaml:4:23: 'twelve': is no count; write a whole number of 0 or more",
            "kitchen.yaml:5:5: 'soup': must be a section of keys and values; write 'key: value' lines below it",
            "kitchen.yaml:6:8: 'none': must be a section of keys and values; write 'key: value' lines below it");
    assertThat(kitchen.cookFor()).isZero();
  }

  @Test
  void whatWasReportedIsNotReportedAgainByACheckOfMeaning() {
    Kitchen kitchen = bind("name: Canteen\ndishes: [{name: Soup, for: 0}]");
    Dish dish = kitchen.dishes().get(0);
    places.report(new Flaw(dish, "name", "is no dish", "cook another"));
    places.report(new Flaw(dish, "guests", "is for nobody", "invite somebody"));
    assertThat(problems.inOrder().stream().map(Problem::toString))
        .containsExactly(
            "kitchen.yaml:2:17: 'Soup': is no name; use small letters, digits and hyphens, as in 'on-call'",
            "kitchen.yaml:2:28: '0': is for nobody; invite somebody");
  }

  @Test
  void aListThatMustHoldSomethingIsMissedWhenItIsEmptyOrLeftOut() {
    bind("name: Canteen\ndishes: []");
    bind("name: Canteen");
    assertThat(problems.inOrder().stream().map(Problem::toString))
        .containsExactly(
            "kitchen.yaml:1:1: 'dishes': this key is missing; what is cooked",
            "kitchen.yaml:2:9: 'dishes': this is empty; what is cooked");
  }

  @Test
  void itsSchemaSaysTheSame() {
    Map<String, Object> schema = JsonSchema.of(Kitchen.class);
    assertThat(schema)
        .containsEntry("description", "a kitchen")
        .containsEntry("required", List.of("name", "dishes"))
        .containsEntry("additionalProperties", false);
    assertThat(schema.get("$defs"))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsOnlyKeys("Dish", "Cook");
  }

  private Kitchen bind(String text) {
    YamlValue root =
        new YamlFiles(Map.of("kitchen.yaml", text), problems)
            .open("kitchen.yaml", "a kitchen")
            .orElseThrow();
    return new Binder(places).bind(root, Kitchen.class);
  }
}
