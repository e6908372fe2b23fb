package io.tocsin.alertingest.core.cloudwatch;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An alarm over its whole life: {@code arn:aws:cloudwatch:us-east-1:123456789012:alarm:NAME}. */
record AlarmArn(String partition, String region, String account, String name) {
  private static final Pattern FORM =
      Pattern.compile(
          "arn:(aws[a-z-]{0,20}):cloudwatch:([A-Za-z0-9-]{0,32}):([A-Za-z0-9_-]{0,32}):alarm:(.+)",
          Pattern.DOTALL);

  static Optional<AlarmArn> of(String text) {
    Matcher parts = FORM.matcher(text);
    return parts.matches()
        ? Optional.of(new AlarmArn(parts.group(1), parts.group(2), parts.group(3), parts.group(4)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return String.join(":", "arn", partition, "cloudwatch", region, account, "alarm", name);
  }
}
