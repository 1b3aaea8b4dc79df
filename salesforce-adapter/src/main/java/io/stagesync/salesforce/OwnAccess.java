package io.stagesync.salesforce;

import com.sforce.soap.partner.sobject.SObject;
import io.stagesync.port.Access;
import io.stagesync.port.CallCount.Purpose;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what our own user may do beyond what we need. {@code UserPermissionAccess} has a column for
 * each permission that the org knows, and one row: the user who asks. A permission that an org does
 * not know cannot be granted in it either.
 */
final class OwnAccess {
  /** With the one, writes to converted leads come through; with the other, all writes do. */
  private static final Map<String, String> NEVER_NEEDED = neverNeeded();

  private final Workers workers;
  private final MemberReader members;

  OwnAccess(Workers workers, MemberReader members) {
    this.workers = workers;
    this.members = members;
  }

  private static Map<String, String> neverNeeded() {
    var names = new LinkedHashMap<String, String>();
    names.put("PermissionsModifyAllData", "Modify All Data");
    names.put("PermissionsAllowViewEditConvertedLeads", "View and Edit Converted Leads");
    return names;
  }

  /** Two calls; one more for each permission where the org does not know one of them. */
  Access read() {
    var granted = granted(List.copyOf(NEVER_NEEDED.keySet()));
    if (granted.isEmpty()) {
      granted = oneByOne();
    }
    List<String> unreported = members.readable() ? List.of() : List.of("Campaign Member");
    return new Access(
        granted.isPresent(),
        granted.orElse(List.of()).stream().map(NEVER_NEEDED::get).toList(),
        List.of(),
        unreported);
  }

  private Optional<List<String>> oneByOne() {
    var granted = new ArrayList<String>();
    boolean told = false;
    for (String permission : NEVER_NEEDED.keySet()) {
      var one = granted(List.of(permission));
      told |= one.isPresent();
      one.ifPresent(granted::addAll);
    }
    return told ? Optional.of(granted) : Optional.empty();
  }

  /** Those among some permissions that our user has; empty where the org does not say. */
  private Optional<List<String>> granted(List<String> permissions) {
    try {
      var soql = Soql.select(permissions, "UserPermissionAccess") + " LIMIT 1";
      SObject[] rows = workers.read(Purpose.METADATA, c -> c.query(soql)).getRecords();
      if (rows == null || rows.length == 0) {
        return Optional.empty();
      }
      return Optional.of(
          permissions.stream()
              .filter(p -> Boolean.parseBoolean(String.valueOf(rows[0].getField(p))))
              .toList());
    } catch (CallFailure e) {
      return switch (e.treatment()) {
        case SCHEMA, FORBIDDEN, MISFIT -> Optional.empty();
        default -> throw e;
      };
    }
  }
}
