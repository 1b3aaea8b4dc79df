package io.stagesync.salesforce;

import com.sforce.soap.partner.DescribeSObjectResult;
import com.sforce.soap.partner.Field;
import com.sforce.soap.partner.PicklistEntry;
import com.sforce.soap.partner.RecordTypeInfo;
import com.sforce.soap.partner.RecordTypeMapping;
import com.sforce.soap.partner.sobject.SObject;
import io.stagesync.port.CallCount.Purpose;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the org's set-up in four calls, three of them beside each other: the objects that we read,
 * the list of Lead Status values (only where the lead's status is read), what each record type
 * offers (only where there are record types), and which fields keep a history. Whether history is
 * kept, {@code FieldDefinition.IsFieldHistoryTracked} says; it counts only where {@code
 * LeadHistory} can be read too.
 */
final class SchemaReader {
  private static final String ACCOUNT = "Account";
  private static final List<String> OBJECTS =
      List.of("Lead", "Opportunity", "OpportunityContactRole", "LeadHistory");
  private static final String STATUSES =
      "SELECT ApiName, MasterLabel, IsConverted FROM LeadStatus ORDER BY SortOrder";
  private static final String TRACKED =
      "SELECT QualifiedApiName, IsFieldHistoryTracked FROM FieldDefinition"
          + " WHERE EntityDefinition.QualifiedApiName = 'Lead'";

  private final Workers workers;
  private final SalesforceSettings settings;

  SchemaReader(Workers workers, SalesforceSettings settings) {
    this.workers = workers;
    this.settings = settings;
  }

  /**
   * Reads all of it.
   *
   * @throws CallFailure when leads cannot be read at all, or nothing can be
   */
  OrgSchema read() {
    var objects = describe();
    var lead = objects.get("Lead");
    if (lead == null) {
      throw new CallFailure(
          CallTreatment.FORBIDDEN,
          "INVALID_TYPE",
          "our user may not read leads in Salesforce. Give it the permission set with read access"
              + " to Lead.",
          null);
    }
    // What else is to be asked depends on nothing but this answer.
    var statuses = begun(() -> settings.readsStatus() ? statuses() : List.<OrgSchema.Status>of());
    var tracked = begun(() -> objects.containsKey("LeadHistory") ? tracked() : Set.<String>of());
    var fields = new HashMap<String, OrgSchema.Field>();
    for (var field : orEmpty(lead.getFields(), Field[]::new)) {
      fields.put(field.getName(), DescribedField.of(field, lead.isUpdateable()));
    }
    return new OrgSchema(
        fields,
        recordTypes(lead),
        offered(lead),
        statuses.get(),
        tracked.get(),
        accountFields(objects.get(ACCOUNT)),
        settings.conversions().opportunities()
            && has(objects.get("Opportunity"), "IsWon", "IsClosed", "SystemModstamp"),
        has(objects.get("OpportunityContactRole"), "ContactId", "OpportunityId"));
  }

  /** Begins something beside us, and gives or throws what came of it when it is asked for. */
  private static <T> Supplier<T> begun(Supplier<T> work) {
    var under = CompletableFuture.supplyAsync(work);
    return () -> {
      try {
        return under.join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof RuntimeException failure) {
          throw failure;
        }
        throw e;
      }
    };
  }

  /** One call for all; where one object is closed to our user, one call each. */
  private Map<String, DescribeSObjectResult> describe() {
    try {
      return describe(objects());
    } catch (CallFailure e) {
      if (e.treatment() != CallTreatment.SCHEMA) {
        throw e;
      }
      var found = new HashMap<String, DescribeSObjectResult>();
      objects().forEach(name -> found.putAll(describeIfOpen(name)));
      return found;
    }
  }

  private List<String> objects() {
    var objects = new ArrayList<>(OBJECTS);
    settings.conversions().customers().ifPresent(c -> objects.add(ACCOUNT));
    return objects;
  }

  private static Map<String, OrgSchema.Field> accountFields(
      @Nullable DescribeSObjectResult account) {
    var fields = new HashMap<String, OrgSchema.Field>();
    if (account != null) {
      for (var field : orEmpty(account.getFields(), Field[]::new)) {
        fields.put(field.getName(), DescribedField.of(field, false));
      }
    }
    return fields;
  }

  private Map<String, DescribeSObjectResult> describeIfOpen(String name) {
    try {
      return describe(List.of(name));
    } catch (CallFailure e) {
      if (e.treatment() == CallTreatment.SCHEMA) {
        return Map.of();
      }
      throw e;
    }
  }

  private Map<String, DescribeSObjectResult> describe(List<String> names) {
    var described =
        workers.read(Purpose.METADATA, c -> c.describeSObjects(names.toArray(String[]::new)));
    return Arrays.stream(described)
        .collect(Collectors.toMap(DescribeSObjectResult::getName, d -> d));
  }

  private static Map<String, RecordType> recordTypes(DescribeSObjectResult lead) {
    var types = new HashMap<String, RecordType>();
    for (var info : orEmpty(lead.getRecordTypeInfos(), RecordTypeInfo[]::new)) {
      if (!info.isMaster()) {
        types.put(
            SalesforceId.of(info.getRecordTypeId()).text(),
            new RecordType(info.getDeveloperName()));
      }
    }
    return types;
  }

  private Map<RecordType, Map<String, Set<RawValue>>> offered(DescribeSObjectResult lead) {
    var ids =
        Arrays.stream(orEmpty(lead.getRecordTypeInfos(), RecordTypeInfo[]::new))
            .filter(info -> info.isActive() && !info.isMaster())
            .map(RecordTypeInfo::getRecordTypeId)
            .toArray(String[]::new);
    if (ids.length == 0) {
      return Map.of();
    }
    var layouts = workers.read(Purpose.METADATA, c -> c.describeLayout("Lead", null, ids));
    var offered = new HashMap<RecordType, Map<String, Set<RawValue>>>();
    for (var mapping : orEmpty(layouts.getRecordTypeMappings(), RecordTypeMapping[]::new)) {
      if (mapping.isMaster() || mapping.getPicklistsForRecordType() == null) {
        continue;
      }
      var lists = new HashMap<String, Set<RawValue>>();
      for (var list : mapping.getPicklistsForRecordType()) {
        var values = new LinkedHashSet<RawValue>();
        DescribedField.entries(list.getPicklistValues())
            .filter(PicklistEntry::isActive)
            .forEach(e -> values.add(new RawValue(e.getValue())));
        lists.put(list.getPicklistName(), Set.copyOf(values));
      }
      offered.put(new RecordType(mapping.getDeveloperName()), Map.copyOf(lists));
    }
    return offered;
  }

  private List<OrgSchema.Status> statuses() {
    var rows = workers.read(Purpose.METADATA, c -> c.query(STATUSES)).getRecords();
    return Arrays.stream(orEmpty(rows, SObject[]::new))
        .map(
            row ->
                new OrgSchema.Status(
                    new OrgSchema.Choice(
                        new RawValue(String.valueOf(row.getField("ApiName"))),
                        String.valueOf(row.getField("MasterLabel"))),
                    Boolean.parseBoolean(String.valueOf(row.getField("IsConverted")))))
        .toList();
  }

  private Set<String> tracked() {
    try {
      var rows = workers.read(Purpose.METADATA, c -> c.query(TRACKED)).getRecords();
      var names = new HashSet<String>();
      for (var row : orEmpty(rows, SObject[]::new)) {
        if (Boolean.parseBoolean(String.valueOf(row.getField("IsFieldHistoryTracked")))) {
          names.add(String.valueOf(row.getField("QualifiedApiName")));
        }
      }
      return names;
    } catch (CallFailure e) {
      return switch (e.treatment()) {
        case SCHEMA, FORBIDDEN, MISFIT -> Set.of();
        default -> throw e;
      };
    }
  }

  private static boolean has(@Nullable DescribeSObjectResult object, String... names) {
    if (object == null) {
      return false;
    }
    var present =
        Arrays.stream(orEmpty(object.getFields(), Field[]::new))
            .map(Field::getName)
            .collect(Collectors.toSet());
    return present.containsAll(List.of(names));
  }

  private static <T> T[] orEmpty(T @Nullable [] array, IntFunction<T[]> empty) {
    return array == null ? empty.apply(0) : array;
  }
}
