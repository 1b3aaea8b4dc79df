package io.stagesync.mapping.yaml;

import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.FieldCondition;
import io.stagesync.mapping.Nearest;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code Lead.Status} and {@code contact.lifecyclestage}. */
final class FieldReader {
  private static final Pattern SALESFORCE = Pattern.compile("Lead\\.[A-Za-z][A-Za-z0-9_]*");
  private static final Pattern ACCOUNT = Pattern.compile("Account\\.[A-Za-z][A-Za-z0-9_]*");
  private static final Pattern HUBSPOT = Pattern.compile("contact\\.[a-z][a-z0-9_]*");
  private static final String STATUS = "Lead.Status";
  private static final Nearest USUAL =
      Nearest.of(List.of(STATUS, "contact.lifecyclestage", "contact.hs_lead_status"));

  private final Problems problems;
  private final Scalars scalars;

  FieldReader(Problems problems) {
    this.problems = problems;
    this.scalars = new Scalars(problems);
  }

  Optional<FieldName> read(Site site, Side side) {
    return scalars.word(site).flatMap(path -> field(site, path, side));
  }

  /** The same for a field that is named by a key. */
  Optional<FieldName> readKey(Site entry, Side side) {
    var path = entry.name();
    if (!(side == Side.SALESFORCE ? SALESFORCE : HUBSPOT).matcher(path).matches()) {
      problems.unreadable(
          entry.keyPlace(),
          DiagnosticId.FIELD_NAME,
          "`" + path + "` is no field of " + (side == Side.SALESFORCE ? "a lead" : "a contact"),
          suggestion(path, side));
      return Optional.empty();
    }
    return Optional.of(named(path, side));
  }

  /** A field of the account, named by a key, with the values that count. */
  Optional<FieldCondition> readAccount(Site entry) {
    var path = entry.name();
    if (!ACCOUNT.matcher(path).matches()) {
      problems.unreadable(
          entry.keyPlace(),
          DiagnosticId.FIELD_NAME,
          "`" + path + "` is no field of an account",
          "name one like `Account.Type`");
      return Optional.empty();
    }
    var values = Set.copyOf(new WordsReader(problems).values(entry));
    if (entry.isList() && entry.items().isEmpty()) {
      problems.unreadable(
          entry,
          DiagnosticId.EMPTY_VALUE,
          "an empty list of values makes no account a customer",
          "list the values of those that are");
    }
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(new FieldCondition(named(path, Side.SALESFORCE), values));
  }

  private static FieldName named(String path, Side side) {
    int dot = path.indexOf('.');
    return new FieldName(side, path.substring(0, dot), path.substring(dot + 1));
  }

  private Optional<FieldName> field(Site site, String path, Side side) {
    var pattern = side == Side.SALESFORCE ? SALESFORCE : HUBSPOT;
    var planned = PlannedObject.of(path, side);
    if (planned.isPresent()) {
      problems.unreadable(
          site, DiagnosticId.NOT_YET, planned.get().message(), planned.get().suggestion());
      return Optional.empty();
    }
    boolean miscased = path.equalsIgnoreCase(STATUS) && !path.equals(STATUS);
    if (miscased || !pattern.matcher(path).matches()) {
      problems.unreadable(
          site,
          DiagnosticId.FIELD_NAME,
          "`" + path + "` is no field that a track can have in " + side.displayName(),
          miscased ? "did you mean `" + STATUS + "`?" : suggestion(path, side));
      return Optional.empty();
    }
    var usual = USUAL.to(path).filter(name -> !name.equals(path) && !path.endsWith("__c"));
    usual.ifPresent(
        name ->
            problems.warn(
                site,
                DiagnosticId.FIELD_LOOKS_MISTYPED,
                "`" + path + "` is almost the name of a field that every account has",
                "did you mean `" + name + "`? If not, all is well"));
    return Optional.of(named(path, side));
  }

  private static String suggestion(String path, Side side) {
    var name = path.substring(path.indexOf('.') + 1);
    var repaired =
        side == Side.SALESFORCE ? "Lead." + name : "contact." + name.toLowerCase(Locale.ROOT);
    var pattern = side == Side.SALESFORCE ? SALESFORCE : HUBSPOT;
    boolean sameObject =
        path.toLowerCase(Locale.ROOT).startsWith(side == Side.SALESFORCE ? "lead." : "contact.");
    if (pattern.matcher(repaired).matches() && (sameObject || path.indexOf('.') < 0)) {
      return "did you mean `" + repaired + "`?";
    }
    return side == Side.SALESFORCE
        ? "name a field of the lead like `Lead.Status`, or write `none`"
        : "name a property of the contact like `contact.lifecyclestage`, or write `none`";
  }
}
