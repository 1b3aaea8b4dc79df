package io.stagesync.hubspot;

import io.stagesync.net.AllowedAddress;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Side;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * How to reach one HubSpot account.
 *
 * @param baseUrl {@code https://api.hubapi.com}; plain http for loopback hosts only
 * @param accessToken of a service key or a static app; never shown
 * @param apiVersion the generation of the API, {@code 2026-09}
 * @param fields the mapped contact properties
 * @param leadIdProperty the property that holds the Salesforce lead's id; {@code salesforceleadid}
 *     where HubSpot's own connector filled it
 * @param source how the property history names our own writes, as {@link HubSpotCrm#account()}
 *     learned it earlier; blank: not known yet
 * @param limits how much may be asked
 * @param readsLists whether a list's members are asked for, which needs a scope of its own
 */
public record HubSpotSettings(
    URI baseUrl,
    String accessToken,
    String apiVersion,
    Set<FieldName> fields,
    String leadIdProperty,
    String source,
    HubSpotLimits limits,
    boolean readsLists) {

  /** Settings that read no list. */
  public HubSpotSettings(
      URI baseUrl,
      String accessToken,
      String apiVersion,
      Set<FieldName> fields,
      String leadIdProperty,
      String source,
      HubSpotLimits limits) {
    this(baseUrl, accessToken, apiVersion, fields, leadIdProperty, source, limits, false);
  }

  /**
   * @throws IllegalArgumentException with a sentence for people, when an address, the token, the
   *     version or a field cannot be right
   */
  public HubSpotSettings {
    fields = Set.copyOf(fields);
    var host = baseUrl.getHost();
    new AllowedAddress(host == null ? List.of() : List.of(host)).check(baseUrl);
    if (accessToken.isBlank()) {
      throw new IllegalArgumentException("hubspot.access-token is empty");
    }
    if (!apiVersion.matches("\\d{4}-\\d{2}")) {
      throw new IllegalArgumentException(
          "hubspot.api-version \"" + apiVersion + "\" is not a year and a month, like 2026-09");
    }
    for (FieldName field : fields) {
      if (field.side() != Side.HUBSPOT || !field.object().equals("contact")) {
        throw new IllegalArgumentException(field.path() + " is not a contact's property");
      }
    }
  }

  /** The settings that most accounts need. */
  public static HubSpotSettings of(URI baseUrl, String accessToken, Set<FieldName> fields) {
    return new HubSpotSettings(
        baseUrl, accessToken, "2026-09", fields, "salesforceleadid", "", HubSpotLimits.STANDARD);
  }

  /** A contact's property under the name that mapping files give it. */
  public static FieldName property(String name) {
    return new FieldName(Side.HUBSPOT, "contact", name);
  }

  /** Leaves the token out. */
  @Override
  public String toString() {
    return "HubSpotSettings[" + baseUrl + ", " + apiVersion + "]";
  }
}
