package io.stagesync.hubspot.simulator;

import java.util.Optional;
import java.util.regex.Pattern;

/** The operations that the simulated account answers. */
public enum Endpoint {
  LIST("GET", "/crm/objects/([^/]+)/contacts"),
  READ("GET", "/crm/objects/([^/]+)/contacts/([^/]+)"),
  UPDATE("PATCH", "/crm/objects/([^/]+)/contacts/([^/]+)"),
  BATCH_READ("POST", "/crm/objects/([^/]+)/contacts/batch/read"),
  BATCH_UPDATE("POST", "/crm/objects/([^/]+)/contacts/batch/update"),
  SEARCH("POST", "/crm/objects/([^/]+)/contacts/search"),
  PROPERTIES("GET", "/crm/properties/([^/]+)/contacts"),
  DEFINE("POST", "/crm/properties/([^/]+)/contacts"),
  REDEFINE("PATCH", "/crm/properties/([^/]+)/contacts/([^/]+)"),
  LIST_DETAILS("GET", "/crm/lists/([^/]+)/([^/]+)"),
  MEMBERS("GET", "/crm/lists/([^/]+)/([^/]+)/memberships"),
  ACCOUNT("GET", "/account-info/([^/]+)/details"),
  USAGE("GET", "/account-info/([^/]+)/api-usage/daily/private-apps"),
  TOKEN("POST", "/oauth/v2/private-apps/get/access-token-info");

  /** The scope that StageSync's own token need not have. */
  static final String SCHEMAS = "crm.schemas.contacts.write";

  private final String method;
  private final Pattern path;

  Endpoint(String method, String path) {
    this.method = method;
    this.path = Pattern.compile(path);
  }

  /** The operation that a request asks for; empty for one that the account does not know. */
  static Optional<Endpoint> of(String method, String path) {
    for (Endpoint endpoint : values()) {
      if (endpoint.method.equals(method) && endpoint.path.matcher(path).matches()) {
        return Optional.of(endpoint);
      }
    }
    return Optional.empty();
  }

  /** Whether this operation changes records. */
  boolean writes() {
    return this == UPDATE || this == BATCH_UPDATE;
  }

  /** The scope that a token needs for it; blank where none is asked for. */
  String scope() {
    return switch (this) {
      case LIST, READ, BATCH_READ, SEARCH, PROPERTIES -> "crm.objects.contacts.read";
      case UPDATE, BATCH_UPDATE -> "crm.objects.contacts.write";
      case DEFINE, REDEFINE -> SCHEMAS;
      case LIST_DETAILS, MEMBERS -> "crm.lists.read";
      case ACCOUNT, USAGE -> "oauth";
      case TOKEN -> "";
    };
  }
}
