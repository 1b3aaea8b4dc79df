package io.stagesync.net;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * The JDK's HTTP client with a deadline for a whole exchange. The JDK's own time-out ends with the
 * response's headers, so that a body that stalls is waited for as long as the server likes.
 *
 * <p>Redirects are never followed, so that a token never travels to another host. HTTP/1.1 only: on
 * plain http the JDK would otherwise ask for an upgrade that simple servers refuse. May be shared
 * by threads.
 */
public final class DeadlineClient extends HttpClient {
  private final HttpClient client;
  private final Duration deadline;

  /**
   * @param deadline for a request that names no time-out of its own; from sending to the body's end
   */
  public DeadlineClient(Duration connect, Duration deadline) {
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(connect)
            .followRedirects(Redirect.NEVER)
            .version(Version.HTTP_1_1)
            .build();
    this.deadline = deadline;
  }

  /**
   * Sends a request and waits for the whole answer, at most until the deadline.
   *
   * @throws java.net.http.HttpConnectTimeoutException or {@link java.net.ConnectException} when
   *     nothing was sent; after any other {@link IOException} nobody knows whether the server
   *     carried the request out
   * @throws HttpTimeoutException when the deadline passed
   */
  @Override
  public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
      throws IOException, InterruptedException {
    var limit = request.timeout().orElse(deadline);
    var exchange = client.sendAsync(request, handler);
    try {
      return exchange.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      exchange.cancel(true);
      throw new HttpTimeoutException(
          "no complete answer from "
              + request.uri().getHost()
              + " within "
              + limit.toMillis()
              + " ms");
    } catch (InterruptedException e) {
      exchange.cancel(true);
      throw e;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      var failure =
          new InterruptedIOException("the exchange with " + request.uri().getHost() + " broke off");
      failure.initCause(e.getCause());
      throw failure;
    }
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    return client.sendAsync(request, handler);
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request,
      HttpResponse.BodyHandler<T> handler,
      HttpResponse.PushPromiseHandler<T> pushes) {
    return client.sendAsync(request, handler, pushes);
  }

  @Override
  public Optional<CookieHandler> cookieHandler() {
    return client.cookieHandler();
  }

  @Override
  public Optional<Duration> connectTimeout() {
    return client.connectTimeout();
  }

  @Override
  public Redirect followRedirects() {
    return client.followRedirects();
  }

  @Override
  public Optional<ProxySelector> proxy() {
    return client.proxy();
  }

  @Override
  public SSLContext sslContext() {
    return client.sslContext();
  }

  @Override
  public SSLParameters sslParameters() {
    return client.sslParameters();
  }

  @Override
  public Optional<Authenticator> authenticator() {
    return client.authenticator();
  }

  @Override
  public Version version() {
    return client.version();
  }

  @Override
  public Optional<Executor> executor() {
    return client.executor();
  }
}
