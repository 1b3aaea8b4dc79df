package io.stagesync.hubspot;

import io.stagesync.hubspot.client.ApiClient;
import io.stagesync.net.DeadlineClient;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.function.Consumer;

/**
 * The generated client on one shared connection pool with deadlines. The token goes along with each
 * request to the configured host, and nowhere else.
 */
final class HubSpotClient extends ApiClient {
  private final HttpClient http;

  HubSpotClient(HubSpotSettings settings, Consumer<HttpResponse<InputStream>> listener) {
    http = new DeadlineClient(settings.limits().connect(), settings.limits().deadline());
    updateBaseUri(settings.baseUrl().toString().replaceAll("/+$", ""));
    var bearer = "Bearer " + settings.accessToken();
    setRequestInterceptor(
        request -> request.header("Authorization", bearer).header("Accept-Encoding", "gzip"));
    setResponseInterceptor(listener);
  }

  @Override
  public HttpClient getHttpClient() {
    return http;
  }
}
