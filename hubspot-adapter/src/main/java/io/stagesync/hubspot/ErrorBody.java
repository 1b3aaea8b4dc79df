package io.stagesync.hubspot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.stagesync.net.Redaction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a failure, as far as it can be understood. It may be anything: a page of a proxy,
 * half a sentence, nothing.
 *
 * @param category HubSpot's word for the kind of failure; blank where there is none
 * @param policy the limit that was hit, for a 429; blank where it does not say
 * @param code the first property's own code, which HubSpot hides as JSON in the message
 * @param message HubSpot's words without addresses and tokens, cut at 300 characters
 * @param scopes the scopes that a token lacks
 */
record ErrorBody(String category, String policy, String code, String message, List<String> scopes) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DETAILS = "Property values were not valid: ";
  private static final int LONGEST = 300;

  ErrorBody {
    scopes = List.copyOf(scopes);
  }

  static ErrorBody of(@Nullable String body) {
    var root = tree(body == null ? "" : body);
    var message = root.path("message").asText("");
    var scopes = new ArrayList<String>();
    root.path("errors")
        .forEach(
            error ->
                error
                    .path("context")
                    .path("requiredScopes")
                    .forEach(scope -> scopes.add(scope.asText())));
    return new ErrorBody(
        root.path("category").asText(""),
        root.path("policyName").asText(""),
        code(message),
        readable(message),
        scopes);
  }

  /** What a row of a batch's errors says. */
  static ErrorBody of(@Nullable String category, @Nullable String message) {
    var text = message == null ? "" : message;
    return new ErrorBody(
        category == null ? "" : category, "", code(text), readable(text), List.of());
  }

  /** The most telling word that there is. */
  String word() {
    return code.isEmpty() ? category : code;
  }

  private static String code(String message) {
    return details(message).path(0).path("error").asText("");
  }

  private static String readable(String message) {
    var inner = details(message).path(0).path("message").asText("");
    var text = Redaction.redact(inner.isEmpty() ? message : inner);
    return text.length() > LONGEST ? text.substring(0, LONGEST) + " ..." : text;
  }

  private static JsonNode details(String message) {
    return message.startsWith(DETAILS)
        ? tree(message.substring(DETAILS.length()))
        : MissingNode.getInstance();
  }

  private static JsonNode tree(String text) {
    try {
      var tree = JSON.readTree(text);
      return tree == null ? MissingNode.getInstance() : tree;
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
