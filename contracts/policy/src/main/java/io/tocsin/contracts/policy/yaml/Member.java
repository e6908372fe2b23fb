package io.tocsin.contracts.policy.yaml;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A component of a record and the key it is in the file.
 *
 * @param component its name in Java
 * @param key its name in the file; empty when it is the name under which the section stands
 * @param says what it is for; empty when nothing is said
 * @param standard what holds when the key is left out, as written; null when nothing does
 * @param least how many entries there must be
 * @param optional whether it may be left out without a default
 */
record Member(
    String component,
    String key,
    Shape shape,
    String says,
    @Nullable String standard,
    int least,
    boolean optional) {

  /** Worked out once for each type: a policy may have thousands of rules. */
  private static final ClassValue<List<Member>> MEMBERS =
      new ClassValue<>() {
        @Override
        protected List<Member> computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents()).map(Member::of).toList();
        }
      };

  static List<Member> of(Class<? extends Record> type) {
    return MEMBERS.get(type);
  }

  private static Member of(RecordComponent component) {
    Key key = component.getAnnotation(Key.class);
    As form = component.getAnnotation(As.class);
    Says says = component.getAnnotation(Says.class);
    Default standard = component.getAnnotation(Default.class);
    Least least = component.getAnnotation(Least.class);
    Shape shape = Shape.of(component.getGenericType(), form == null ? null : form.value());
    boolean repeats = component.isAnnotationPresent(Repeating.class);
    boolean orOne = component.isAnnotationPresent(OrOne.class);
    return new Member(
        component.getName(),
        key == null ? kebab(component.getName()) : key.value(),
        shape instanceof Shape.Many many ? many.allowing(repeats, orOne) : shape,
        says == null ? "" : says.value(),
        standard == null ? null : standard.value(),
        least == null ? 0 : least.value(),
        component.getAnnotatedType().isAnnotationPresent(Nullable.class));
  }

  boolean isName() {
    return key.isEmpty();
  }

  /** Whether its keys stand among those of the section that holds it. */
  boolean isChoice() {
    return shape instanceof Shape.OneOf;
  }

  /** Whether {@code name} is of its type; one that could not be read is still a text. */
  boolean isNamed(Object name) {
    return shape instanceof Shape.Scalar scalar
        && scalar.kind().instead().getClass() == name.getClass();
  }

  /** Whether leaving it out is a mistake. */
  boolean isNeeded() {
    boolean holdsMany = shape instanceof Shape.Many || shape instanceof Shape.Named;
    return !isName() && !isChoice() && !optional && standard == null && (least > 0 || !holdsMany);
  }

  /** What to write where it is missing. */
  String remedy() {
    if (!(shape instanceof Shape.Scalar scalar) || isAnyText(scalar) && !says.isEmpty()) {
      return says;
    }
    return says.isEmpty() ? scalar.kind().remedy() : says + "; " + scalar.kind().remedy();
  }

  /** Whether it is a list or a section. */
  boolean holdsOthers() {
    return shape instanceof Shape.Many
        || shape instanceof Shape.Named
        || shape instanceof Shape.Fields;
  }

  /** What to write where it is there and nothing stands in it. */
  String remedyWhenEmpty() {
    return least > 0 || shape instanceof Shape.Fields
        ? remedy()
        : "write what belongs there, or take the key away";
  }

  private static boolean isAnyText(Shape.Scalar scalar) {
    return scalar.kind() == Form.TEXT.kind();
  }

  /** {@code respondWithin} as {@code respond-within}. */
  static String kebab(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }
}
