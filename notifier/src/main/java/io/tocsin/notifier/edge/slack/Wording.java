package io.tocsin.notifier.edge.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import io.tocsin.contracts.events.Communication.Told;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.MessageKind;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Notification.Act;
import io.tocsin.contracts.events.Notification.Content;
import io.tocsin.contracts.policy.Contact;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.message.MessageText;
import io.tocsin.contracts.policy.template.Medium;
import io.tocsin.contracts.policy.template.TemplateKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a notification says in Slack: the team's templates in Block Kit (MHV-msg, MED-links). */
final class Wording {
  private static final Set<MessageKind> BROADCAST =
      EnumSet.of(MessageKind.RESOLUTION_NOTICE, MessageKind.STAKEHOLDER_NOTICE, MessageKind.UPDATE);

  /** Kinds that people are to hear of, so that they are tagged (MHV-aud). */
  private static final Set<MessageKind> TAGGED =
      EnumSet.of(
          MessageKind.PAGE,
          MessageKind.INCIDENT_MESSAGE,
          MessageKind.UPDATE,
          MessageKind.STAKEHOLDER_NOTICE,
          MessageKind.REMINDER,
          MessageKind.RESOLUTION_NOTICE);

  private final Function<Notification, MessageText> texts;
  private final Supplier<Policies> policies;
  private final Addresses addresses;

  /**
   * @param texts the templates of the policy that a notification's incident opened under
   * @param policies as they are now
   */
  Wording(
      Function<Notification, MessageText> texts, Supplier<Policies> policies, Addresses addresses) {
    this.texts = texts;
    this.policies = policies;
    this.addresses = addresses;
  }

  /** The first message of the incident, with what {@code notification} adds where it is late. */
  SlackMessage first(Notification notification) {
    List<LayoutBlock> blocks = new ArrayList<>(about(notification));
    MessageKind kind = notification.content().kind();
    boolean about = kind == MessageKind.PAGE || kind == MessageKind.INCIDENT_MESSAGE;
    String news = about ? "" : text(notification, kind);
    if (!news.isBlank()) {
      blocks.add(Blocks.section(news));
    }
    addTags(notification, blocks);
    addState(notification, blocks);
    return new SlackMessage(news.isBlank() ? line(notification) : news, blocks, false);
  }

  /** The first message brought up to date: an edit tells nobody, so nobody is tagged. */
  SlackMessage edited(Notification notification) {
    List<LayoutBlock> blocks = new ArrayList<>(about(notification));
    addState(notification, blocks);
    return new SlackMessage(line(notification), blocks, false);
  }

  /** A message of ours that rang although it was not wanted any more. */
  SlackMessage withdrawn(Notification notification) {
    List<LayoutBlock> blocks = new ArrayList<>(about(notification));
    blocks.add(
        Blocks.context("Nobody need answer this: somebody has it, or it is over. Look in Tocsin."));
    return new SlackMessage(line(notification), blocks, false);
  }

  /** What {@code notification} says in the incident's thread. */
  SlackMessage reply(Notification notification, boolean toPerson) {
    MessageKind kind = notification.content().kind();
    boolean brief = kind == MessageKind.PAGE || kind == MessageKind.INCIDENT_MESSAGE;
    String text = brief ? line(notification) : text(notification, kind);
    List<LayoutBlock> blocks = new ArrayList<>();
    if (!text.isBlank()) {
      blocks.add(Blocks.section(text));
    }
    addTags(notification, blocks);
    addButtons(replyButtons(notification), blocks);
    boolean broadcast = BROADCAST.contains(kind) || (notification.act() == Act.PAGE && toPerson);
    return new SlackMessage(text.isBlank() ? line(notification) : text, blocks, broadcast);
  }

  /** Only the tags of another audience in a thread that was told already. */
  SlackMessage tagsOnly(Notification notification) {
    List<LayoutBlock> blocks = new ArrayList<>();
    addTags(notification, blocks);
    return new SlackMessage(line(notification), blocks, false);
  }

  /** Whether {@code notification} has somebody to tag. */
  boolean hasTags(Notification notification) {
    return TAGGED.contains(notification.content().kind())
        && !addresses.tags(notification).isEmpty();
  }

  private List<LayoutBlock> about(Notification notification) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Blocks.header(headline(notification)));
    String text = text(notification, MessageKind.INCIDENT_MESSAGE);
    if (!text.isBlank()) {
      blocks.add(Blocks.section(text));
    }
    return blocks;
  }

  private static String headline(Notification notification) {
    Content content = notification.content();
    Long late = notification.minutesLate();
    return "%s%s %s%s: %s"
        .formatted(
            content.severity(),
            content.unknown() ? " (to be confirmed)" : "",
            notification.incident(),
            late == null ? "" : " (" + late + (late == 1 ? " minute late)" : " minutes late)"),
            content.title());
  }

  private void addTags(Notification notification, List<LayoutBlock> blocks) {
    if (!TAGGED.contains(notification.content().kind())) {
      return;
    }
    String before = blocks.toString();
    List<String> missing =
        addresses.tags(notification).stream().filter(tag -> !before.contains(tag)).toList();
    if (!missing.isEmpty()) {
      blocks.add(Blocks.section(String.join(" ", missing)));
    }
  }

  private void addState(Notification notification, List<LayoutBlock> blocks) {
    blocks.add(Blocks.context(standing(notification)));
    addButtons(buttons(notification), blocks);
  }

  private String standing(Notification notification) {
    Content content = notification.content();
    String owner = content.owner();
    String level = content.severity() + (content.unknown() ? " (to be confirmed)" : "");
    String who =
        owner == null
            ? content.state() == IncidentState.OPEN ? "nobody has it yet" : "no owner"
            : "owner: " + name(notification, owner);
    return "%s · %s · %s · %s"
        .formatted(notification.incident(), words(content.state()), who, "level " + level);
  }

  private String name(Notification notification, String id) {
    return policies.get().contact(notification.incident().team(), id).map(Contact::name).orElse(id);
  }

  private static String words(IncidentState state) {
    return switch (state) {
      case OPEN -> "open";
      case ACKNOWLEDGED -> "acknowledged";
      case HOLD_DOWN -> "recovered, not yet sure";
      case MONITORING -> "monitoring";
      case RESOLVED -> "resolved";
      case CLOSED -> "closed";
      case FALSE_ALARM -> "false alarm";
    };
  }

  private static List<BlockElement> buttons(Notification notification) {
    Content content = notification.content();
    var incident = notification.incident();
    return switch (content.state()) {
      case OPEN ->
          List.of(
              Press.acknowledge(incident),
              Press.update(incident),
              Press.raise(incident, content.severity()));
      case ACKNOWLEDGED -> {
        List<BlockElement> all = new ArrayList<>(List.of(Press.update(incident)));
        if (!Told.isAudience(notification.recipient())) {
          // whoever has it may have been asked by this very message, and an edit must not take it
          // away
          all.add(Press.answer(incident));
        }
        all.add(Press.raise(incident, content.severity()));
        yield all;
      }
      case HOLD_DOWN, MONITORING -> List.of(Press.update(incident));
      case RESOLVED, CLOSED, FALSE_ALARM -> List.of();
    };
  }

  private static List<BlockElement> replyButtons(Notification notification) {
    var incident = notification.incident();
    if (notification.act() == Act.PAGE) {
      return List.of(Press.acknowledge(incident));
    }
    return switch (notification.content().kind()) {
      case QUESTIONS -> List.of(Press.answer(incident));
      case REMINDER -> List.of(Press.update(incident));
      default -> List.of();
    };
  }

  private static void addButtons(List<BlockElement> buttons, List<LayoutBlock> blocks) {
    if (!buttons.isEmpty()) {
      blocks.add(Blocks.actions(buttons));
    }
  }

  /** The one line that rings. */
  private String line(Notification notification) {
    return text(notification, MessageKind.PAGE);
  }

  private String text(Notification notification, MessageKind kind) {
    return texts
        .apply(notification)
        .of(notification, TemplateKind.valueOf(kind.name()), Medium.SLACK)
        .text();
  }
}
