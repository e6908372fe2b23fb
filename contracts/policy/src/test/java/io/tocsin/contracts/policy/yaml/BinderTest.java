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
            "kitchen.yaml:1:1: 'nme': no such key here; did you mean 'name'? use name, cook-for,"
                + " dishes, cooks or notice",
            "kitchen.yaml:2:11: 'long': is no duration; write it like 30s, 2m, 1h30m or 7d",
            "kitchen.yaml:4:12: 'Soup': is no name; use small letters, digits and hyphens, as in"
                + " 'on-call'",
            "kitchen.yaml:4:23: 'twelve': is no count; write a whole number of 0 or more",
            "kitchen.yaml:5:5: 'soup': must be a section of keys and values; write 'key: value'"
                + " lines below it",
            "kitchen.yaml:6:8: 'none': must be a section of keys and values; write 'key: value'"
                + " lines below it");
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
            "kitchen.yaml:2:17: 'Soup': is no name; use small letters, digits and hyphens, as in"
                + " 'on-call'",
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

  @Says("a table")
  record Table(int number, @Says("who sits there") @Nullable Guest guest) {}

  @Says("who is there")
  sealed interface Guest permits Regular, Stranger {}

  record Regular(@OrOne List<String> regular, @Nullable String bill) implements Guest {}

  record Stranger(String stranger, @Nullable Boolean paid, @Nullable Object wishes)
      implements Guest {}

  @Test
  void oneOfSeveralSetsOfKeysIsToldByItsWord() {
    assertThat(bind("{number: 1, regular: ann, bill: week}", Table.class))
        .isEqualTo(new Table(1, new Regular(List.of("ann"), "week")));
    assertThat(bind("{number: 2, stranger: bob, wishes: {soup: [hot]}}", Table.class))
        .isEqualTo(new Table(2, new Stranger("bob", null, Map.of("soup", List.of("hot")))));
    assertThat(problems.inOrder()).isEmpty();
  }

  @Test
  void aSetOfKeysWithoutItsWordOrWithSeveralIsReported() {
    bind("number: 1", Table.class);
    bind("{number: 1, strangr: bob}", Table.class);
    bind("{number: 1, stranger: bob, regular: ann}", Table.class);
    bind("{number: 1, stranger: bob, bill: week}", Table.class);
    assertThat(problems.inOrder().stream().map(Problem::toString))
        .containsExactlyInAnyOrder(
            "kitchen.yaml:1:1: 'a section': says not who is there; write one of regular or"
                + " stranger",
            "kitchen.yaml:1:13: 'strangr': no such key here; did you mean 'stranger'? use regular,"
                + " stranger or number",
            "kitchen.yaml:1:1: 'regular, stranger': are several things; give each a section of its"
                + " own",
            "kitchen.yaml:1:28: 'bill': no such key here; use stranger, paid, wishes or number");
  }

  @Test
  void aMergedSectionGivesWhatTheOtherDoesNotSay() {
    Kitchen kitchen =
        bind("name: A\ndishes:\n  - &soup {name: soup, for: 12}\n  - {<<: *soup, for: 2}\n");
    assertThat(kitchen.dishes()).containsExactly(new Dish("soup", 12), new Dish("soup", 2));
    assertThat(problems.inOrder()).isEmpty();
  }

  @Test
  void aRecordIsWrittenAsItIsRead() {
    assertThat(Written.of(new Stranger("bob", true, null)))
        .isEqualTo(Map.of("stranger", List.of("bob"), "paid", List.of("true")));
  }

  private Kitchen bind(String text) {
    return bind(text, Kitchen.class);
  }

  private <R extends Record> R bind(String text, Class<R> type) {
    YamlValue root =
        new YamlFiles(Map.of("kitchen.yaml", text), problems)
            .open("kitchen.yaml", "a kitchen")
            .orElseThrow();
    return new Binder(places).bind(root, type);
  }
}
