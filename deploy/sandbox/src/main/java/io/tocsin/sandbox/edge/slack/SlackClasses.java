package io.tocsin.sandbox.edge.slack;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.slack.api.SlackConfig;
import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.TextObject;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import io.tocsin.sandbox.core.RawJson;
import io.tocsin.sandbox.core.SlackReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads blocks and forms by the classes of Slack's SDK, and keeps Slack's documented limits. */
public final class SlackClasses implements SlackReading {
  private static final int BLOCKS = 50;
  private static final int HEADER = 150;
  private static final int SECTION = 3_000;
  private static final int CONTEXT = 10;
  private static final int ACTIONS = 25;
  private static final int VIEW_TITLE = 24;
  private static final int VIEW = 250_000;

  private final Gson plain = new GsonBuilder().create();
  private final Gson slack = GsonFactory.createSnakeCase(strict());

  private static SlackConfig strict() {
    SlackConfig config = new SlackConfig();
    config.setFailOnUnknownProperties(true);
    return config;
  }

  @Override
  @SuppressWarnings("unchecked")
  public Map<String, Object> object(String json) {
    Object read = read(json);
    return read instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  @Override
  public List<?> list(String json) {
    return read(json) instanceof List<?> list ? list : List.of();
  }

  @Override
  public RawJson rawObject(String json) {
    JsonElement read = tree(json);
    return read.isJsonObject() ? new RawJson(read.toString()) : RawJson.NO_OBJECT;
  }

  @Override
  public RawJson rawList(String json) {
    JsonElement read = tree(json);
    return read.isJsonArray() ? new RawJson(read.toString()) : RawJson.NO_LIST;
  }

  private static JsonElement tree(String json) {
    try {
      return JsonParser.parseString(json);
    } catch (JsonParseException noJson) {
      return JsonNull.INSTANCE;
    }
  }

  private @Nullable Object read(String json) {
    try {
      return json.isBlank() ? null : plain.fromJson(json, Object.class);
    } catch (JsonParseException noJson) {
      return null;
    }
  }

  @Override
  public List<String> wrongWithBlocks(String json) {
    try {
      LayoutBlock[] blocks = slack.fromJson(json, LayoutBlock[].class);
      if (blocks.length > BLOCKS) {
        return List.of("no more than 50 items allowed [json-pointer:/blocks]");
      }
      List<String> wrong = new ArrayList<>();
      for (int i = 0; i < blocks.length; i++) {
        add(blocks[i], "/blocks/" + i, wrong);
      }
      return wrong;
    } catch (RuntimeException unreadable) {
      return List.of("failed to match all allowed schemas [json-pointer:/blocks]");
    }
  }

  private static void add(LayoutBlock block, String at, List<String> wrong) {
    if (block instanceof HeaderBlock header) {
      longerThan(HEADER, header.getText(), at, wrong);
    } else if (block instanceof SectionBlock section) {
      if (section.getText() == null && section.getFields() == null) {
        wrong.add("must define either `text` or `fields` [json-pointer:" + at + "]");
      } else if (section.getText() != null) {
        longerThan(SECTION, section.getText(), at, wrong);
      }
    } else if (block instanceof ContextBlock context && context.getElements().size() > CONTEXT) {
      wrong.add("no more than 10 items allowed [json-pointer:" + at + "/elements]");
    } else if (block instanceof ActionsBlock actions
        && (actions.getElements().isEmpty() || actions.getElements().size() > ACTIONS)) {
      wrong.add("between 1 and 25 items allowed [json-pointer:" + at + "/elements]");
    }
  }

  private static void longerThan(int most, TextObject text, String at, List<String> wrong) {
    String words = text.getText();
    if (words == null || words.isEmpty()) {
      wrong.add("must be more than 0 characters [json-pointer:" + at + "/text/text]");
    } else if (words.length() > most) {
      wrong.add(
          "must be less than %d characters [json-pointer:%s/text/text]".formatted(most + 1, at));
    }
  }

  @Override
  public List<String> wrongWithView(String json) {
    try {
      View view = slack.fromJson(json, View.class);
      if (json.length() > VIEW) {
        return List.of("view is too large");
      }
      return view.getTitle() == null
              || view.getTitle().getText().length() > VIEW_TITLE
              || view.getBlocks() == null
          ? List.of("a title of at most 24 characters and blocks are required")
          : List.of();
    } catch (RuntimeException unreadable) {
      return List.of("failed to match all allowed schemas [json-pointer:/view]");
    }
  }
}
