package io.tocsin.contracts.runtime;

import io.tocsin.contracts.events.Topic;
import io.tocsin.contracts.events.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics once; a start against any other partition count is refused. */
public final class TopicSetup {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private TopicSetup() {}

  /**
   * Creates what is missing and checks what is there.
   *
   * @throws TopicsRefused when a topic has another partition count, or Kafka does not answer
   */
  public static void ensure(KafkaSettings kafka) throws TopicsRefused {
    try (BriefAdmin brief = BriefAdmin.of(kafka)) {
      Admin admin = brief.client();
      Set<String> there =
          admin.listTopics().names().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      create(
          admin,
          kafka,
          Topics.all().stream().filter(topic -> !there.contains(topic.name())).toList());
      check(admin);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TopicsRefused("interrupted while the topics were created", e);
    } catch (TimeoutException | ExecutionException e) {
      throw new TopicsRefused(
          "Kafka at "
              + kafka.bootstrapServers()
              + " does not answer ("
              + rootMessage(e)
              + "); check that it runs and the address is right",
          e);
    }
  }

  private static void create(Admin admin, KafkaSettings kafka, List<Topic<?>> missing)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (missing.isEmpty()) {
      return;
    }
    List<NewTopic> topics = new ArrayList<>();
    for (Topic<?> topic : missing) {
      topics.add(
          new NewTopic(topic.name(), topic.partitions(), kafka.replicationFactor())
              .configs(topic.settings(kafka.flush())));
    }
    try {
      admin.createTopics(topics).all().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  private static void check(Admin admin)
      throws TopicsRefused, InterruptedException, ExecutionException, TimeoutException {
    Map<String, TopicDescription> found =
        admin
            .describeTopics(Topics.all().stream().map(Topic::name).toList())
            .allTopicNames()
            .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    String wrong =
        Topics.all().stream()
            .flatMap(topic -> wrongCount(topic, found).stream())
            .collect(Collectors.joining("; "));
    if (!wrong.isEmpty()) {
      throw new TopicsRefused(
          wrong
              + ": keys would move between partitions; use a cluster or data folder of Tocsin's own",
          null);
    }
  }

  private static Optional<String> wrongCount(Topic<?> topic, Map<String, TopicDescription> found) {
    return Optional.ofNullable(found.get(topic.name()))
        .map(description -> description.partitions().size())
        .filter(count -> count != topic.partitions())
        .map(
            count ->
                "topic %s has %d partitions, expected %d"
                    .formatted(topic, count, topic.partitions()));
  }

  private static String rootMessage(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
