package io.stagesync.salesforce;

import com.sforce.soap.partner.PartnerConnection;
import com.sforce.ws.ConnectionException;
import com.sforce.ws.ConnectorConfig;
import java.net.http.HttpClient;
import org.jspecify.annotations.Nullable;

/** One connection of the library with its headers, for one thread at a time. */
final class Worker {
  /** The API's version; the library's stubs know exactly this one. */
  static final String API_VERSION = "65.0";

  /** How we call ourselves; Salesforce repeats it in its change events. */
  private static final String CLIENT = "StageSync/0.1";

  private static final int PAGE = 2000;

  private final HttpClient client;
  private @Nullable PartnerConnection connection;
  private @Nullable Session session;

  Worker(HttpClient client) {
    this.client = client;
  }

  /** The connection, with the token and address of a session. */
  PartnerConnection connection(Session current) throws ConnectionException {
    if (connection == null || !current.equals(session)) {
      connection = open(current);
      session = current;
    }
    return connection;
  }

  private PartnerConnection open(Session current) throws ConnectionException {
    var config = new ConnectorConfig();
    config.setManualLogin(true);
    config.setSessionId(current.token());
    config.setServiceEndpoint(
        current.instance().resolve("/services/Soap/u/" + API_VERSION).toString());
    config.setTransportFactory(() -> new HttpTransport(client));
    var opened = new PartnerConnection(config);
    opened.setQueryOptions(PAGE);
    opened.setCallOptions(CLIENT, null);
    opened.setAllOrNoneHeader(false);
    opened.setDisableFeedTrackingHeader(true);
    opened.setEmailHeader(false, false, false);
    opened.setDuplicateRuleHeader(true, false, false);
    opened.setAllowFieldTruncationHeader(false);
    return opened;
  }
}
