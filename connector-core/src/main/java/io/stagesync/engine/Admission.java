package io.stagesync.engine;

import io.stagesync.mapping.Diagnostic;
import io.stagesync.mapping.LostLabels;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.port.Account;
import io.stagesync.reconcile.Catalogs;
import io.stagesync.state.Session;
import io.stagesync.state.Store;
import io.stagesync.state.StoreException;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What has to hold before a run does anything: the store belongs to this org and this account; and
 * when the mapping or what a CRM accepts changed since, every pair is decided anew.
 */
final class Admission {
  /** The store's remark that holds the digest of the mapping that was last used. */
  static final String MAPPING = "mapping";

  private Admission() {}

  static void check(Session session, Beside.Both<Account> accounts) {
    refuseOthers(session, accounts);
    for (Side side : Side.values()) {
      if (session.belonging().account(side).isEmpty()) {
        session.belonging().bind(side, accounts.on(side).id());
      }
    }
  }

  /** Refuses a store that belongs to another org or account; one that belongs to nobody may be. */
  static void refuseOthers(Session session, Beside.Both<Account> accounts) {
    for (Side side : Side.values()) {
      refuseOther(session, side, accounts.on(side));
    }
  }

  private static void refuseOther(Session session, Side side, Account here) {
    var bound = session.belonging().account(side);
    if (bound.isPresent() && !bound.get().equals(here.id())) {
      throw new StoreException(
          StoreException.Kind.FOREIGN,
          "This store belongs to the "
              + side.displayName()
              + (side == Side.SALESFORCE ? " org " : " account ")
              + bound.get()
              + ", but the credentials lead to "
              + here.id()
              + " ("
              + here.name()
              + "). Nothing was read or written. Use the credentials that belong to it, or a store"
              + " of its own for each org and account.",
          null);
    }
  }

  /** Refuses a changed mapping that has lost labels on which people were agreed. */
  static void refuseLostLabels(Store store, Mapping mapping) {
    var lost =
        store.<String>read(
            session ->
                session.belonging().remark(MAPPING).equals(Optional.of(mapping(mapping)))
                    ? ""
                    : LostLabels.of(mapping, session.pairs().labels()).stream()
                        .map(Diagnostic::render)
                        .collect(Collectors.joining(System.lineSeparator())));
    if (!lost.isEmpty()) {
      throw new EngineException(
          EngineException.Kind.MISFIT,
          "The mapping has lost labels that the store knows. Nothing was read or written."
              + System.lineSeparator()
              + lost);
    }
  }

  /** Marks every pair as to be decided when what decisions rest on is not what it was. */
  static void notice(Session session, Setting setting, Catalogs catalogs) {
    LabelCounts.remember(session, setting.mapping());
    Attributes.remember(session, setting.mapping());
    remark(session, MAPPING, mapping(setting.mapping()));
    remark(session, "catalogs", Integer.toHexString(text(catalogs).hashCode()));
  }

  /** A digest of what the mapping means. */
  static String mapping(Mapping mapping) {
    return mapping.tracks().stream()
        .map(TrackMapping::fingerprint)
        .map(f -> f.hex())
        .collect(Collectors.joining("-"));
  }

  private static String text(Catalogs catalogs) {
    var text = new StringBuilder();
    for (Side side : Side.values()) {
      var catalog = catalogs.on(side);
      catalog.fields().keySet().stream()
          .sorted()
          .forEach(
              f ->
                  catalog
                      .field(f)
                      .ifPresent(
                          c ->
                              text.append(f)
                                  .append(c.writable())
                                  .append(c.clearable())
                                  .append(c.values())
                                  .append(offered(c))));
      text.append(catalog.convertedStatuses().stream().sorted().toList());
    }
    text.append(new TreeMap<>(catalogs.paused()));
    return text.toString();
  }

  private static String offered(FieldCatalog catalog) {
    var sorted = new TreeMap<RecordType, TreeSet<RawValue>>();
    catalog.offered().forEach((type, values) -> sorted.put(type, new TreeSet<>(values)));
    return sorted.toString();
  }

  private static void remark(Session session, String name, String now) {
    var before = session.belonging().remark(name);
    if (!before.equals(Optional.of(now))) {
      session.belonging().remark(name, now);
      if (before.isPresent()) {
        session.pairs().decideAllAgain();
      }
    }
  }
}
