package io.tocsin.severityclassifier.edge.http;

import io.tocsin.contracts.events.JsonSerde;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.severityclassifier.core.Classifier;
import io.tocsin.severityclassifier.edge.json.AlertJson;
import io.tocsin.severityclassifier.edge.json.UnreadableAlert;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** An alert in, what the classifier would say of it and every rule it asked out. */
@RestController
public class ExplainController {
  private static final JsonSerde<ExplainedAlert> ANSWER = new JsonSerde<>(ExplainedAlert.class);

  private final Supplier<Policies> policies;
  private final InstantSource clock;

  public ExplainController(Supplier<Policies> policies, InstantSource clock) {
    this.policies = policies;
    this.clock = clock;
  }

  /** Nothing is published, and nothing that is remembered of the alert is asked. */
  @PostMapping(
      path = "/explain",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  public ResponseEntity<byte[]> explain(@RequestBody byte[] body) {
    try {
      ExplainedAlert answer =
          ExplainedAlert.of(
              Classifier.explain(AlertJson.read(body), clock.instant(), policies.get()));
      return ResponseEntity.ok(ANSWER.bytes(answer));
    } catch (UnreadableAlert e) {
      ProblemDetail problem =
          ProblemDetail.forStatusAndDetail(
              HttpStatus.BAD_REQUEST,
              "The body must be an alert as ingest writes it: " + e.getMessage());
      problem.setTitle("Not an alert");
      throw new ErrorResponseException(HttpStatus.BAD_REQUEST, problem, e);
    }
  }
}
