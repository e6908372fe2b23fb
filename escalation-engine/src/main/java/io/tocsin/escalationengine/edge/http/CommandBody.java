package io.tocsin.escalationengine.edge.http;

import io.tocsin.contracts.events.ContractJson;
import io.tocsin.contracts.events.Severity;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The JSON object that came with a command; every wrong field is told by its name. */
final class CommandBody {
  private static final int AT_MOST = 64 * 1024;
  private static final int TEXT_AT_MOST = 2_000;
  private static final int TITLE_AT_MOST = 200;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final JsonNode fields;

  private CommandBody(JsonNode fields) {
    this.fields = fields;
  }

  static Mono<CommandBody> of(ServerRequest request) {
    return DataBufferUtils.join(request.body(BodyExtractors.toDataBuffers()), AT_MOST)
        .onErrorMap(
            DataBufferLimitException.class,
            e ->
                ApiProblem.of(
                    HttpStatus.CONTENT_TOO_LARGE, "the body is larger than 64 KB; send less text"))
        .map(CommandBody::bytes)
        .defaultIfEmpty(new byte[0])
        .map(CommandBody::parse);
  }

  private static byte[] bytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  private static CommandBody parse(byte[] bytes) {
    try {
      JsonNode fields =
          bytes.length == 0
              ? ContractJson.MAPPER.createObjectNode()
              : ContractJson.MAPPER.readTree(bytes);
      if (fields.isObject()) {
        return new CommandBody(fields);
      }
    } catch (JacksonException e) {
      throw ApiProblem.badRequest("the body is no JSON: " + e.getOriginalMessage());
    }
    throw ApiProblem.badRequest("the body must be a JSON object, {\"reason\": \"…\"}");
  }

  /** Why somebody asks for it. */
  String reason() {
    return text("reason", TEXT_AT_MOST)
        .orElseThrow(() -> ApiProblem.badRequest("'reason' is missing: say why in a sentence"));
  }

  String title() {
    return text("title", TITLE_AT_MOST)
        .orElseThrow(
            () -> ApiProblem.badRequest("'title' is missing: say what is wrong in a few words"));
  }

  /** A name of ours: a service, an environment, a person. */
  Optional<String> name(String field) {
    Optional<String> name = text(field, TEXT_AT_MOST);
    name.filter(text -> !NAME.matcher(text).matches())
        .ifPresent(
            text -> {
              throw ApiProblem.badRequest(
                  "'%s' must be 1 to 64 letters, digits, '.', '_' or '-'".formatted(field));
            });
    return name;
  }

  /** Some words on {@code field}. */
  Optional<String> words(String field) {
    return text(field, TEXT_AT_MOST);
  }

  /** The answers to questions of the assessment; true and false are yes and no (RUN-02.2). */
  Map<String, String> answers() {
    JsonNode answers = fields.path("answers");
    if (!answers.isObject() || answers.isEmpty()) {
      throw ApiProblem.badRequest(
          "'answers' is missing: an object of answers by question, as in {\"users\": \"1200\"}");
    }
    Map<String, String> said = new TreeMap<>();
    answers.propertyStream().forEach(answer -> said.put(answer.getKey(), said(answer)));
    return said;
  }

  private static String said(Map.Entry<String, JsonNode> answer) {
    JsonNode value = answer.getValue();
    if (value.isBoolean()) {
      return value.booleanValue() ? "yes" : "no";
    }
    String text = value.isNumber() || value.isString() ? value.asString().strip() : "";
    if (text.isEmpty() || text.length() > TEXT_AT_MOST) {
      throw ApiProblem.badRequest(
          "the answer to '%s' must be yes, no, a number or some words".formatted(answer.getKey()));
    }
    return text;
  }

  Optional<Severity> severity() {
    return text("severity", TEXT_AT_MOST).map(CommandBody::severity);
  }

  static Severity severity(String text) {
    return Arrays.stream(Severity.values())
        .filter(severity -> severity.name().equalsIgnoreCase(text))
        .findAny()
        .orElseThrow(
            () ->
                ApiProblem.badRequest(
                    "'%s' is no severity; there are P1, P2, P3, P4".formatted(text)));
  }

  private Optional<String> text(String field, int atMost) {
    JsonNode value = fields.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString()) {
      throw ApiProblem.badRequest("'" + field + "' must be text");
    }
    String text = value.stringValue().strip();
    if (text.length() > atMost) {
      throw ApiProblem.badRequest("'%s' is longer than %d characters".formatted(field, atMost));
    }
    if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
      throw ApiProblem.badRequest("'" + field + "' holds control characters; send plain text");
    }
    return Optional.of(text).filter(said -> !said.isEmpty());
  }
}
