package io.stagesync.salesforce;

import java.io.IOException;

/** No connection came about, so that Salesforce certainly carried nothing out. */
final class NotSentException extends IOException {
  private static final long serialVersionUID = 1L;

  NotSentException(String message, IOException cause) {
    super(message, cause);
  }
}
