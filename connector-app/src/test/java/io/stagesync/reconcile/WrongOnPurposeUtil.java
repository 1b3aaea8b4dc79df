package io.stagesync.reconcile;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Breaks three rules of the house, so that a test can show that they bite. */
public final class WrongOnPurposeUtil {
  private static final Logger LOG = LoggerFactory.getLogger(WrongOnPurposeUtil.class);

  private WrongOnPurposeUtil() {}

  /** Logs and looks at the clock. */
  public static Instant decide() {
    LOG.info("deciding");
    return Instant.now();
  }
}
