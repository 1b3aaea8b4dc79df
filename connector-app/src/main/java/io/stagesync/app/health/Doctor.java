package io.stagesync.app.health;

import io.stagesync.app.config.Config;
import io.stagesync.engine.Crms;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Pilot;
import io.stagesync.mapping.live.LiveCheck;
import io.stagesync.port.Account;
import io.stagesync.port.Crm;
import io.stagesync.port.CrmException;
import io.stagesync.state.Store;
import io.stagesync.state.StoreException;
import io.stagesync.vocabulary.Catalog;
import io.stagesync.vocabulary.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Examines everything that a run needs, without writing anything, and goes on after a problem. */
public final class Doctor {
  private final Config config;
  private final Mapping mapping;
  private final Crms crms;
  private final Supplier<Store> store;
  private final Supplier<Optional<Instant>> nativeSyncLastSeen;
  private final Function<RuntimeException, Words> words;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<Side, Account> accounts = new EnumMap<>(Side.class);
  private final Map<Side, Catalog> catalogs = new EnumMap<>(Side.class);

  /**
   * What an exception means for people.
   *
   * @param text what happened, and why
   * @param help what to do next; blank where the text says so itself
   */
  public record Words(String text, String help) {}

  /**
   * @param store opens the store; may throw
   * @param nativeSyncLastSeen when HubSpot's own Salesforce connector last wrote, where it did
   * @param words what an exception means for people
   */
  public Doctor(
      Config config,
      Mapping mapping,
      Crms crms,
      Supplier<Store> store,
      Supplier<Optional<Instant>> nativeSyncLastSeen,
      Function<RuntimeException, Words> words) {
    this.config = config;
    this.mapping = mapping;
    this.crms = crms;
    this.store = store;
    this.nativeSyncLastSeen = nativeSyncLastSeen;
    this.words = words;
  }

  /** Everything that was found. */
  public List<Finding> examine() {
    for (Side side : Side.values()) {
      reach(crms.on(side));
    }
    var salesforce = catalogs.get(Side.SALESFORCE);
    var hubspot = catalogs.get(Side.HUBSPOT);
    if (salesforce != null && hubspot != null) {
      values(salesforce, hubspot);
    }
    if (hubspot != null) {
      nativeSync();
      mapping.reads().pilot().flatMap(Pilot::hubspotList).ifPresent(this::pilotList);
    }
    emailKey();
    store();
    return List.copyOf(findings);
  }

  private void reach(Crm crm) {
    var name = crm.side().displayName();
    try {
      var account = crm.account();
      accounts.put(crm.side(), account);
      findings.add(
          Finding.ok(
              name,
              "reached "
                  + (crm.side() == Side.SALESFORCE ? "org " : "account ")
                  + account.id()
                  + (tells(account) ? " (" + account.name() + ")" : "")
                  + (account.user().text().equals("unknown") ? "" : " as " + account.user())));
      var catalog = crm.catalog(true);
      catalogs.put(crm.side(), catalog);
      findings.addAll(new FieldExam(mapping, catalog).findings());
      crm.dailyBudget()
          .ifPresent(
              budget ->
                  findings.add(
                      Finding.ok(
                          name,
                          String.format(
                              "%,d of %,d calls of today are used, by everybody together",
                              budget.used(), budget.limit()))));
      access(crm);
    } catch (CrmException e) {
      findings.add(trouble(name, e));
    }
  }

  /** That it cannot be seen stops nobody. */
  private void access(Crm crm) {
    try {
      findings.addAll(new AccessExam(crm.side(), crm.access()).findings());
    } catch (CrmException e) {
      var said = words.apply(e);
      findings.add(Finding.note(crm.side().displayName(), said.text(), said.help()));
    }
  }

  /** Whether an account's name says more than its id. */
  private static boolean tells(Account account) {
    return !account.name().isBlank() && !account.name().contains(account.id());
  }

  private Finding trouble(String about, RuntimeException failure) {
    var said = words.apply(failure);
    return Finding.problem(about, said.text(), said.help());
  }

  private void values(Catalog salesforce, Catalog hubspot) {
    var live = LiveCheck.check(mapping, salesforce, hubspot);
    long errors = live.stream().filter(d -> d.isError()).count();
    if (errors > 0) {
      findings.add(
          Finding.problem(
              "mapping",
              errors
                  + (errors == 1 ? " thing in it does" : " things in it do")
                  + " not fit what both CRMs have",
              "`stagesync check --live` says which, and with --write-fixes DIR writes what mends them"));
    } else if (!live.isEmpty()) {
      findings.add(
          Finding.note(
              "mapping",
              "it fits what both CRMs have, with "
                  + live.size()
                  + (live.size() == 1 ? " warning" : " warnings"),
              "`stagesync check --live` lists them"));
    } else {
      findings.add(Finding.ok("mapping", "its words fit what both CRMs have"));
    }
  }

  private void nativeSync() {
    try {
      nativeSyncLastSeen
          .get()
          .ifPresent(
              at ->
                  findings.add(
                      Finding.note(
                          "HubSpot",
                          "its own Salesforce connector last touched a contact at "
                              + at
                              + ": where it writes mapped fields too, two programs pull at them",
                          "take these fields out of its field mappings and switch its automatic"
                              + " lifecycle stage off")));
    } catch (CrmException e) {
      findings.add(Finding.note("HubSpot", words.apply(e).text(), words.apply(e).help()));
    }
  }

  private void pilotList(String list) {
    try {
      var members = crms.lists().members(list).size();
      findings.add(
          members == 0
              ? Finding.note(
                  "pilot",
                  "the HubSpot list " + list + " is empty, so nobody takes part",
                  "put contacts into it, or name another list under `hubspot-list`")
              : Finding.ok(
                  "pilot",
                  String.format("%,d contacts are in the HubSpot list %s", members, list)));
    } catch (CrmException e) {
      findings.add(trouble("pilot", e));
    }
  }

  private void emailKey() {
    if (config.emailKey().isPresent()) {
      findings.add(Finding.ok("email-key", "people can be found by address from run to run"));
    } else {
      findings.add(
          Finding.note(
              "email-key",
              "missing: addresses are matched in memory only, and explain finds nobody by address",
              "set email-key to ${STAGESYNC_EMAIL_KEY} with a long random text, and keep it"));
    }
  }

  private void store() {
    try {
      var opened = store.get();
      findings.add(
          Finding.ok(
              "store",
              String.format("%s, %,d pairs", config.store(), opened.read(s -> s.pairs().count()))));
      accounts.forEach((side, account) -> belongs(opened, side, account));
    } catch (StoreException e) {
      findings.add(trouble("store", e));
    }
  }

  private void belongs(Store opened, Side side, Account account) {
    var bound = opened.read(s -> s.belonging().account(side));
    if (bound.isPresent() && !bound.get().equals(account.id())) {
      findings.add(
          Finding.problem(
              "store",
              "it belongs to "
                  + side.displayName()
                  + " "
                  + bound.get()
                  + ", but the credentials lead to "
                  + account.id(),
              "use the credentials that belong to it, or a store of its own"));
    }
  }
}
