package io.stagesync.reconcile;

import io.stagesync.mapping.Conversion;
import io.stagesync.mapping.FirstLabel;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.Limits;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Pairing;
import io.stagesync.mapping.RefusedEdits;
import io.stagesync.mapping.Rule;
import io.stagesync.mapping.Scope;
import io.stagesync.mapping.Team;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.Words;
import io.stagesync.vocabulary.Catalog;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Mappings to test with, and catalogs that accept just what they say. */
public final class TestMappings {
  public static final Track STAGE = new Track("lead-stage");
  public static final Track STATUS = new Track("lead-status");
  public static final Track REASON = new Track("unqualified-reason");
  public static final RecordType PARTNER = new RecordType("Partner");
  public static final Set<RawValue> CONVERTED =
      Set.of(new RawValue("Closed - Converted"), new RawValue("Partner Converted"));
  public static final Map<Team, Side> TEAMS =
      Map.of(new Team("sales"), Side.SALESFORCE, new Team("marketing"), Side.HUBSPOT);

  private TestMappings() {}

  /** The stage: ranks, a hole, a shared value, owners, ways back, labels of the opportunity. */
  public static TrackBuilder stage() {
    return new TrackBuilder("lead-stage")
        .salesforce("Lead", "Lead_Stage__c")
        .hubspot("lifecyclestage")
        .label("subscriber", "none", "subscriber", "rank=10")
        .label("lead", "Lead", "lead", "rank=20", "owner=marketing")
        .label("mrl", "Marketing ready lead", "118233441", "rank=25", "owner=sales")
        .label(
            "mql",
            "Marketing qualified lead",
            "marketingqualifiedlead",
            "rank=30",
            "owner=marketing")
        .label("sal", "Sales accepted lead", "shares mql", "rank=40", "owner=sales")
        .label("sql", "Sales qualified lead", "salesqualifiedlead", "rank=50", "owner=sales")
        .label("opportunity", "Opportunity", "opportunity", "rank=60", "from=opportunity")
        .label("customer", "Customer", "customer", "rank=70", "from=opportunity")
        .ignores(Side.HUBSPOT, "evangelist", "other")
        .back("mrl", "sales", "sal", "sql")
        .back("mql", "marketing", "mrl");
  }

  /** The stage with two branches beside each other: sales reaches out, or people try it alone. */
  public static TrackBuilder forked() {
    return new TrackBuilder("lead-stage")
        .salesforce("Lead", "Lead_Stage__c")
        .hubspot("lifecyclestage")
        .label("lead", "Lead", "lead", "rank=20")
        .label("mrl", "MRL", "mrl", "rank=25")
        .label("mql", "MQL", "mql", "rank=30", "owner=marketing")
        .label("sal", "SAL", "sal", "rank=40", "branch=outreach", "owner=sales")
        .label("trial", "Trial", "trial", "rank=45", "branch=self-serve")
        .label("meeting", "Meeting", "meeting", "rank=46", "branch=outreach")
        .label("sql", "SQL", "sql", "rank=50")
        .label("opportunity", "Opportunity", "opportunity", "rank=60", "from=opportunity")
        .label("customer", "Customer", "customer", "rank=70", "from=opportunity")
        .back("mrl", "sales", "sal", "trial");
  }

  /** The status: no ranks, several raw values a label, a record type, a companion. */
  public static TrackBuilder status() {
    return new TrackBuilder("lead-status")
        .salesforce("Lead", "Status")
        .hubspot("hs_lead_status")
        .label("open", "Open - Not Contacted, New", "NEW, OPEN")
        .label(
            "working",
            "Working - Contacted, Legal Review",
            "IN_PROGRESS, ATTEMPTED_TO_CONTACT, CONNECTED",
            "Partner=Partner Working")
        .label("qualified", "Qualified", "OPEN_DEAL")
        .label(
            "unqualified",
            "Closed - Not Converted",
            "UNQUALIFIED, BAD_TIMING",
            "requires=unqualified-reason")
        .label("nurture", "Nurture", "none")
        .label("converted", "converted", "shares qualified");
  }

  /** The companion that {@code unqualified} requires. */
  public static TrackBuilder reason() {
    return new TrackBuilder("unqualified-reason")
        .salesforce("Lead", "Unqualified_Reason__c")
        .hubspot("unqualified_reason")
        .label("not-ready", "Not ready", "not_ready")
        .label("not-a-fit", "Not a fit", "not_a_fit");
  }

  /** What the opportunity says of the stage. */
  public static Conversion conversion(RefusedEdits hubspotDisagrees) {
    return new Conversion(
        STAGE,
        Map.of(
            Evidence.OPEN, new Label("opportunity"),
            Evidence.WON, new Label("customer"),
            Evidence.LOST, new Label("mrl"),
            Evidence.NONE, new Label("sql")),
        hubspotDisagrees);
  }

  public static Mapping mapping(TrackMapping... tracks) {
    return new Mapping(
        "Test",
        "standard.yaml",
        Limits.DEFAULT,
        TEAMS,
        Pairing.DEFAULT,
        Optional.empty(),
        List.of(tracks),
        List.of(),
        Map.of(),
        Optional.empty());
  }

  public static Mapping with(Mapping m, Conversion conversion) {
    return with(m, m.scope(), m.rules(), m.firstLabels(), Optional.of(conversion));
  }

  public static Mapping with(Mapping m, Scope scope) {
    return with(m, Optional.of(scope), m.rules(), m.firstLabels(), m.conversion());
  }

  public static Mapping with(Mapping m, Rule... rules) {
    return with(m, m.scope(), List.of(rules), m.firstLabels(), m.conversion());
  }

  /** What a track of a new lead begins with. */
  public static Mapping beginning(Mapping m, Track track, String label) {
    Map<Track, FirstLabel> first = new HashMap<>(m.firstLabels());
    first.put(track, new FirstLabel(new Label(label), 62));
    return with(m, m.scope(), m.rules(), first, m.conversion());
  }

  private static Mapping with(
      Mapping m,
      Optional<Scope> scope,
      List<Rule> rules,
      Map<Track, FirstLabel> firstLabels,
      Optional<Conversion> conversion) {
    return new Mapping(
        m.name(),
        m.file(),
        m.limits(),
        m.teams(),
        m.pairing(),
        scope,
        m.tracks(),
        rules,
        firstLabels,
        conversion);
  }

  /** A rule without a condition. */
  public static Rule rule(Track when, String enters, Track then, String target) {
    return new Rule(when, new Label(enters), Map.of(then, new Label(target)), Optional.empty(), 60);
  }

  /** A rule that looks at the driven track's label before any rule; empty: blank. */
  public static Rule ruleIf(Track when, String enters, Track then, String target, String onlyIf) {
    Optional<Label> label = onlyIf.isEmpty() ? Optional.empty() : Optional.of(new Label(onlyIf));
    return new Rule(
        when,
        new Label(enters),
        Map.of(then, new Label(target)),
        Optional.of(new Rule.Condition(label)),
        61);
  }

  /** Catalogs that accept every word of a mapping, in the file's order. */
  public static Catalogs catalogs(Mapping mapping) {
    return new Catalogs(catalog(mapping, Side.SALESFORCE), catalog(mapping, Side.HUBSPOT));
  }

  private static Catalog catalog(Mapping mapping, Side side) {
    Map<FieldName, FieldCatalog> fields = new HashMap<>();
    for (TrackMapping track : mapping.tracks()) {
      track.field(side).ifPresent(name -> fields.put(name, field(track, side, name)));
    }
    return new Catalog(side, fields, side == Side.SALESFORCE ? CONVERTED : Set.of());
  }

  private static FieldCatalog field(TrackMapping track, Side side, FieldName name) {
    Set<RawValue> values = new LinkedHashSet<>();
    Set<RawValue> partner = new LinkedHashSet<>();
    for (LabelMapping label : track.labels()) {
      Words general = label.words().getOrDefault(side, Words.none());
      values.addAll(general.values());
      Optional<Words> variant =
          Optional.ofNullable(label.variants().get(PARTNER))
              .flatMap(w -> Optional.ofNullable(w.get(side)));
      variant.ifPresent(w -> values.addAll(w.values()));
      partner.addAll(variant.orElse(general).values());
    }
    boolean status = name.path().equals("Lead.Status");
    boolean varies =
        side == Side.SALESFORCE
            && track.labels().stream().anyMatch(l -> l.variants().containsKey(PARTNER));
    values.addAll(track.ignored().getOrDefault(side, Set.of()));
    values.addAll(status ? CONVERTED : Set.of());
    track.changes().words().stream()
        .filter(w -> w.side() == side)
        .forEach(w -> values.add(w.was()));
    boolean forwardOnly = name.path().equals("contact.lifecyclestage");
    return new FieldCatalog(
        true,
        !status,
        true,
        forwardOnly,
        List.copyOf(values),
        status || varies ? Map.of(PARTNER, partner) : Map.of(),
        Map.of());
  }

  /** The same catalogs with one field's place taken by another one. */
  public static Catalogs with(Catalogs catalogs, FieldName name, FieldCatalog field) {
    Map<FieldName, FieldCatalog> fields = new HashMap<>(catalogs.on(name.side()).fields());
    fields.put(name, field);
    Catalog changed =
        new Catalog(name.side(), fields, catalogs.on(name.side()).convertedStatuses());
    return name.side() == Side.SALESFORCE
        ? new Catalogs(changed, catalogs.hubspot())
        : new Catalogs(catalogs.salesforce(), changed);
  }
}
