package io.tocsin.alertingest.core.sns;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The call that makes a topic's messages come, built of topic and token alone: the address that the
 * message names could be anybody's.
 */
public record Confirmation(Topic topic, URI uri) {
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9]{1,1024}");

  /** Empty when the token is none, or the topic's region is not one that we know. */
  public static Optional<Confirmation> of(Envelope envelope, Topic topic) {
    String token = envelope.token();
    if (token == null || !TOKEN.matcher(token).matches()) {
      return Optional.empty();
    }
    // neither has a character that an address would have to encode
    return SigningHosts.of(topic)
        .map(
            host ->
                "https://%s/?Action=ConfirmSubscription&Version=2010-03-31&TopicArn=%s&Token=%s"
                    .formatted(host, topic.arn(), token))
        .map(address -> new Confirmation(topic, URI.create(address)));
  }
}
