package io.stagesync.net;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one access token and has it renewed by one caller at a time, so that many workers that meet
 * an expired one together cause a single request.
 */
public final class Tokens {
  private final Supplier<String> source;
  private final ReentrantLock renewal = new ReentrantLock();
  private volatile @Nullable String current;

  /**
   * @param source asks for a new token; what it throws reaches the caller
   */
  public Tokens(Supplier<String> source) {
    this.source = source;
  }

  /** The token to use now; asks for the first one. */
  public String token() {
    var token = current;
    return token != null ? token : replace(null);
  }

  /**
   * A token other than one that was just refused. Of many callers with the same refused token one
   * renews it; the others wait and get its result.
   */
  public String replace(@Nullable String refused) {
    renewal.lock();
    try {
      var token = current;
      if (token == null || token.equals(refused)) {
        token = source.get();
        current = token;
      }
      return token;
    } finally {
      renewal.unlock();
    }
  }
}
