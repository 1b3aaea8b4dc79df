package io.stagesync.salesforce;

import io.stagesync.vocabulary.RecordId;
import java.net.URI;

/**
 * What a token came with.
 *
 * @param instance the org's address, without a path
 * @param org the org's id
 * @param user the integration user's id
 */
record Session(String token, URI instance, RecordId org, RecordId user) {
  @Override
  public String toString() {
    return "Session[" + instance + " " + org + "]";
  }
}
