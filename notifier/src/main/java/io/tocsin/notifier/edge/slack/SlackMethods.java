package io.tocsin.notifier.edge.slack;

import com.google.gson.Gson;
import com.slack.api.SlackConfig;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.impl.MethodsClientImpl;
import com.slack.api.util.http.SlackHttpClient;
import com.slack.api.util.json.GsonFactory;
import java.io.IOException;
import okhttp3.FormBody;
import okhttp3.Response;

/**
 * The SDK's calls, whose answers one Gson reads: the SDK makes a new one for each answer, which
 * looks through the whole of its model of a message again.
 */
final class SlackMethods extends MethodsClientImpl {
  private final SlackConfig config;
  private final Gson gson;

  SlackMethods(SlackHttpClient http, SlackConfig config, String token) {
    super(http, token);
    this.config = config;
    this.gson = GsonFactory.createSnakeCase(config);
    setEndpointUrlPrefix(config.getMethodsEndpointUrlPrefix());
  }

  @Override
  protected <T extends SlackApiTextResponse> T postFormWithTokenAndParseResponse(
      FormBody.Builder form, String method, String token, Class<T> type)
      throws IOException, SlackApiException {
    try (Response response = postFormWithToken(form, method, token)) {
      String body = response.body().string();
      if (!response.isSuccessful()) {
        throw new SlackApiException(config, response, body);
      }
      T said = gson.fromJson(body, type);
      said.setHttpResponseHeaders(response.headers().toMultimap());
      return said;
    }
  }
}
