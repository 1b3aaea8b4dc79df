package io.stagesync.salesforce;

import com.sforce.ws.ConnectorConfig;
import com.sforce.ws.transport.Transport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * One exchange of the SOAP library over the JDK's HTTP client. The library's own way would repeat a
 * POST silently on a connection that the server closed, and waits for ever unless told otherwise.
 */
final class HttpTransport implements Transport {
  private final HttpClient client;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private HttpRequest.@Nullable Builder request;
  private boolean successful;

  HttpTransport(HttpClient client) {
    this.client = client;
  }

  @Override
  public void setConfig(ConnectorConfig config) {
    // The client brings its own deadlines; nothing else of the config concerns an exchange.
  }

  @Override
  public OutputStream connect(String uri, String soapAction) throws IOException {
    var headers = new HashMap<String, String>();
    headers.put("SOAPAction", "\"" + soapAction + "\"");
    headers.put("Content-Type", "text/xml; charset=UTF-8");
    headers.put("Accept", "text/xml");
    return connect(uri, headers, true);
  }

  @Override
  public OutputStream connect(String uri, HashMap<String, String> headers) throws IOException {
    return connect(uri, headers, true);
  }

  @Override
  public OutputStream connect(String uri, HashMap<String, String> headers, boolean compress)
      throws IOException {
    var builder = HttpRequest.newBuilder(URI.create(uri));
    Map<String, String> given = headers;
    given.forEach(builder::setHeader);
    builder.setHeader("Accept-Encoding", "gzip");
    request = builder;
    if (!compress) {
      return body;
    }
    builder.setHeader("Content-Encoding", "gzip");
    return new GZIPOutputStream(body);
  }

  @Override
  public InputStream getContent() throws IOException {
    if (request == null) {
      throw new IOException("nothing was written yet");
    }
    var built = request.POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())).build();
    var response = send(built);
    successful = response.statusCode() < 400;
    if (response.statusCode() >= 300 && response.statusCode() < 400) {
      throw new IOException("a redirect, which is never followed, was answered");
    }
    if (response.body().length == 0) {
      throw new IOException("HTTP " + response.statusCode() + " without a word");
    }
    var content = new ByteArrayInputStream(response.body());
    return response.headers().firstValue("Content-Encoding").filter("gzip"::equals).isPresent()
        ? new GZIPInputStream(content)
        : content;
  }

  private HttpResponse<byte[]> send(HttpRequest built) throws IOException {
    try {
      return client.send(built, HttpResponse.BodyHandlers.ofByteArray());
    } catch (ConnectException | HttpConnectTimeoutException e) {
      throw new NotSentException("no connection to " + built.uri().getHost(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for " + built.uri().getHost());
    }
  }

  @Override
  public boolean isSuccessful() {
    return successful;
  }
}
