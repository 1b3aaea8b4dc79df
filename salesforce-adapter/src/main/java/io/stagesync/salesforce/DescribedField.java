package io.stagesync.salesforce;

import com.sforce.soap.partner.Field;
import com.sforce.soap.partner.FieldType;
import com.sforce.soap.partner.PicklistEntry;
import io.stagesync.vocabulary.FieldShape;
import io.stagesync.vocabulary.FieldShape.Kind;
import io.stagesync.vocabulary.FieldShape.Lock;
import io.stagesync.vocabulary.RawValue;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a described field of Lead is to us. */
final class DescribedField {
  private DescribedField() {}

  /**
   * @param leadsWritable whether our user may edit leads at all
   */
  static OrgSchema.Field of(Field field, boolean leadsWritable) {
    var inactive = choices(field, entry -> !entry.isActive());
    return new OrgSchema.Field(
        field.isUpdateable(),
        field.isNillable(),
        choices(field, PicklistEntry::isActive),
        inactive,
        new FieldShape(
            field.getType() == null ? "" : field.getType().toString(),
            field.isRestrictedPicklist(),
            entries(field.getPicklistValues())
                .filter(e -> e.isActive() && e.isDefaultValue())
                .map(e -> new RawValue(e.getValue()))
                .findFirst(),
            inactive.stream().map(OrgSchema.Choice::value).collect(Collectors.toSet()),
            field.getLabel() == null ? "" : field.getLabel(),
            kind(field.getType()),
            lock(field, leadsWritable)));
  }

  private static Kind kind(@Nullable FieldType type) {
    if (type == null) {
      return Kind.OTHER;
    }
    return switch (type) {
      case picklist, combobox -> Kind.CHOICE;
      case string, textarea -> Kind.TEXT;
      case multipicklist -> Kind.CHOICES;
      default -> Kind.OTHER;
    };
  }

  /** A field that profiles rule over is open to whom a permission set opens it. */
  private static Lock lock(Field field, boolean leadsWritable) {
    if (field.isUpdateable()) {
      return Lock.NONE;
    }
    if (field.isCalculated() || field.isAutoNumber()) {
      return Lock.CALCULATED;
    }
    if (!leadsWritable) {
      return Lock.RECORD_PERMISSION;
    }
    return field.isPermissionable() ? Lock.FIELD_PERMISSION : Lock.READ_ONLY;
  }

  private static List<OrgSchema.Choice> choices(Field field, Predicate<PicklistEntry> which) {
    return entries(field.getPicklistValues())
        .filter(which)
        .map(
            e ->
                new OrgSchema.Choice(
                    new RawValue(e.getValue()), e.getLabel() == null ? e.getValue() : e.getLabel()))
        .toList();
  }

  /** The entries that have a value at all. */
  static Stream<PicklistEntry> entries(PicklistEntry @Nullable [] entries) {
    return entries == null
        ? Stream.empty()
        : Arrays.stream(entries).filter(e -> e.getValue() != null && !e.getValue().isBlank());
  }
}
