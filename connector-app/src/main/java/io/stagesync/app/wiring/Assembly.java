package io.stagesync.app.wiring;

import io.stagesync.app.config.Config;
import io.stagesync.app.config.ConfigFile;
import io.stagesync.app.config.Secret;
import io.stagesync.engine.Compare;
import io.stagesync.engine.Crms;
import io.stagesync.engine.EmailKey;
import io.stagesync.engine.Engine;
import io.stagesync.engine.Explain;
import io.stagesync.engine.Foresee;
import io.stagesync.engine.Plan;
import io.stagesync.engine.Preview;
import io.stagesync.engine.Progress;
import io.stagesync.engine.Release;
import io.stagesync.engine.Surroundings;
import io.stagesync.hubspot.HubSpotCrm;
import io.stagesync.mapping.Agreement;
import io.stagesync.mapping.Diagnostic;
import io.stagesync.mapping.LostLabels;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.port.CrmException;
import io.stagesync.state.Store;
import io.stagesync.state.StoreException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts of one command, each made when it is first asked for and closed with this. Used by one
 * thread.
 */
public final class Assembly implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Assembly.class);
  private static final String SOURCE = "hubspot-source";

  private final Choices choices;
  private final Machine machine;
  private final Connections connections;
  private final Waits waits = new Waits();
  private @Nullable Config config;
  private @Nullable Mapping mapping;
  private @Nullable Store store;
  private @Nullable Crms crms;
  private byte @Nullable [] ownKey;
  private boolean worked;

  public Assembly(Choices choices, Machine machine, Connections connections) {
    this.choices = choices;
    this.machine = machine;
    this.connections = connections;
  }

  /** The machine that we run on. */
  public Machine machine() {
    return machine;
  }

  /**
   * The config file.
   *
   * @throws io.stagesync.app.config.ConfigException when it cannot be used
   */
  public Config config() {
    var known = config;
    if (known == null) {
      known = ConfigFile.read(choices.configFile(), machine.environment(), choices.inlineSecrets());
      config = known;
    }
    return known;
  }

  /**
   * Where the mapping file of the config lies; nothing else of the config has to be complete.
   *
   * @throws io.stagesync.app.config.ConfigException when it cannot be told
   */
  public Path mappingFile() {
    var known = config;
    return known == null
        ? ConfigFile.mapping(choices.configFile(), machine.environment())
        : known.mapping();
  }

  /**
   * The mapping file that the config names.
   *
   * @throws MappingRefused when it cannot be used
   */
  public Mapping mapping() {
    var known = mapping;
    if (known == null) {
      known = mapping(config().mapping());
      mapping = known;
    }
    return known;
  }

  /**
   * Another mapping file, for which there need not be a config.
   *
   * @throws MappingRefused when it cannot be used
   */
  public static Mapping mapping(Path file) {
    var loaded = MappingFile.load(file);
    return loaded.mapping().orElseThrow(() -> new MappingRefused(loaded.diagnostics()));
  }

  /**
   * The store that the config names.
   *
   * @throws io.stagesync.state.StoreException when it does not exist or cannot be opened
   */
  public Store store() {
    return store(choices.newStore());
  }

  /**
   * Labels on which people were agreed and that a mapping file has lost, as far as there is a store
   * that can say so.
   */
  public List<Diagnostic> lostLabels(Mapping forMapping) {
    try {
      return storeThatIsThere()
          .map(s -> s.read(session -> LostLabels.of(forMapping, session.pairs().labels())))
          .orElse(List.of());
    } catch (StoreException e) {
      LOG.debug("the store was not asked for labels: {}", e.getMessage());
      return List.of();
    }
  }

  private Optional<Store> storeThatIsThere() {
    var known = store;
    if (known == null) {
      var place =
          ConfigFile.store(choices.configFile(), machine.environment(), choices.inlineSecrets());
      known = place.map(p -> StoreDoor.open(p, false)).orElse(null);
      store = known;
    }
    return Optional.ofNullable(known);
  }

  /** The store, created where it does not exist. */
  public Store newStore() {
    return store(true);
  }

  private Store store(boolean create) {
    var known = store;
    if (known == null) {
      known = StoreDoor.open(config().store(), create);
      store = known;
    }
    return known;
  }

  /** Both CRMs; nothing was asked of them yet. */
  public Crms crms() {
    return crms(mapping());
  }

  /** Both CRMs as another mapping file needs them, where they were not asked for yet. */
  public Crms crms(Mapping forMapping) {
    var known = crms;
    if (known == null) {
      known = connections.crms(config(), forMapping, hubspotSource(), machine, waits);
      crms = known;
    }
    return known;
  }

  /** When HubSpot's own Salesforce connector last touched a contact; empty where it never did. */
  public Optional<Instant> nativeSyncLastSeen() {
    return crms().hubspot() instanceof HubSpotCrm hubspot
        ? hubspot.nativeSyncLastSeen()
        : Optional.empty();
  }

  private String hubspotSource() {
    var open = store;
    return open == null ? "" : open.read(session -> session.belonging().remark(SOURCE)).orElse("");
  }

  /**
   * An engine over the store.
   *
   * @throws MappingRefused when the mapping file means something else than what people agreed on
   */
  public Engine engine(String command, Progress progress) {
    Agreement.problem(mapping())
        .ifPresent(
            outdated -> {
              throw new MappingRefused(List.of(outdated));
            });
    store();
    worked = true;
    return new Engine(store(), crms(), mapping(), surroundings(command, progress));
  }

  /**
   * What a sync would write just now, made on a copy of the store that goes when the plan is
   * closed.
   */
  public Plan plan(Progress progress) {
    mapping();
    store();
    var scratch = new ScratchFolder();
    try {
      var copy = StoreDoor.copy(store(), scratch.file("plan.db"));
      var engine = new Engine(copy, crms(), mapping(), surroundings("plan", progress));
      return new PassingPlan(engine.plan(), scratch);
    } catch (RuntimeException e) {
      scratch.close();
      throw e;
    }
  }

  /**
   * What another mapping file would do to the pairs as the store knows them. No CRM is asked.
   *
   * @param rows how many people of each kind are shown
   * @throws MappingRefused when the file cannot be used
   */
  public Preview preview(Path file, int rows) {
    var other = mapping(file);
    return Foresee.ofStored(store(), other, rows);
  }

  /** The same to everybody, as both CRMs have them now; made on a copy of the store, which goes. */
  public Preview livePreview(Path file, int rows, Progress progress) {
    var other = mapping(file);
    try (var scratch = new ScratchFolder();
        var copy = StoreDoor.copy(store(), scratch.file("preview.db"))) {
      return new Engine(copy, crms(other), other, surroundings("preview", progress)).preview(rows);
    }
  }

  /** Compares both CRMs' words with those that were approved. */
  public Compare compare() {
    var known = mapping();
    return new Compare(store(), crms(), known, machine.clock());
  }

  /** Finds people in the store. */
  public Explain explain() {
    return new Explain(store(), emailKey());
  }

  /** Releases what went back and forth. */
  public Release release() {
    return new Release(store(), machine.clock());
  }

  private EmailKey emailKey() {
    return new EmailKey(
        config()
            .emailKey()
            .map(Secret::reveal)
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .orElseGet(this::keyOfThisProcess));
  }

  private byte[] keyOfThisProcess() {
    return Optional.ofNullable(ownKey).orElseGet(() -> ownKey = machine.randomKey());
  }

  private Surroundings surroundings(String command, Progress progress) {
    waits.shownBy(progress);
    return new Surroundings(
        machine.clock(),
        machine.pause(),
        emailKey(),
        progress,
        machine.stop()::asked,
        machine.holder(command));
  }

  /** Keeps for the next process how HubSpot's history names our writes. */
  private void rememberSource(Crms reached, Store open) {
    try {
      var source = reached.hubspot().account().user().text();
      if (!source.equals("unknown")) {
        open.change(session -> session.belonging().remark(SOURCE, source));
      }
    } catch (CrmException | StoreException e) {
      LOG.debug("how HubSpot names our writes is not kept: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    var reached = crms;
    if (reached != null) {
      if (worked && store != null) {
        rememberSource(reached, store);
      }
      reached.salesforce().close();
      reached.hubspot().close();
    }
    var open = store;
    if (open != null) {
      open.close();
    }
  }
}
