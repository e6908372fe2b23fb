package io.tocsin.allinone.cases;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text of a case that must be a name which the policy or Tocsin knows. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Known {
  Name value();

  /** What is named. */
  enum Name {
    INTEGRATION("is no integration"),
    REQUIREMENT("is no id of a requirement"),
    CONTACT("is no contact of this policy"),
    RULE("is no severity rule of this policy"),
    SERVICE("is no service of this policy"),
    TEAM("is no team"),
    STATE("is no state"),
    EVENT("is no event"),
    INCIDENT("is no incident");

    private final String otherwise;

    Name(String otherwise) {
      this.otherwise = otherwise;
    }

    /** What to say of a text that is none. */
    public String otherwise() {
      return otherwise;
    }

    /** Whether a pending case may use a name that is still to come. */
    public boolean isGrowing() {
      return this == RULE || this == STATE || this == EVENT;
    }
  }
}
