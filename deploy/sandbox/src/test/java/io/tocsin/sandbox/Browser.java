package io.tocsin.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.sandbox.core.Form;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Uses pages as a browser without scripts does: by their forms. */
public final class Browser {
  private static final Pattern FORM =
      Pattern.compile("<form[^>]*action=\"([^\"]+)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private final String url;

  public Browser(String url) {
    this.url = url;
  }

  public String page(String path) {
    HttpResponse<String> page = send(HttpRequest.newBuilder(URI.create(url + path)));
    assertThat(page.statusCode()).isEqualTo(200);
    return page.body();
  }

  /** Presses the button in the form of {@code page} that holds {@code button}. */
  public HttpResponse<String> press(String page, String button, Map<String, String> typed) {
    Matcher forms = FORM.matcher(page);
    while (forms.find()) {
      if (forms.group(2).contains(button)) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(forms.group(2));
        while (hidden.find()) {
          fields.put(hidden.group(1), plain(hidden.group(2)));
        }
        fields.putAll(typed);
        return submit(forms.group(1), fields, Map.of());
      }
    }
    throw new AssertionError("no form with " + button + " in\n" + page);
  }

  public HttpResponse<String> submit(
      String path, Map<String, String> fields, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(Form.encoded(fields)));
    headers.forEach(request::header);
    return send(request);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String plain(String attribute) {
    return attribute
        .replace("&#x3D;", "=")
        .replace("&#x2F;", "/")
        .replace("&#39;", "'")
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
