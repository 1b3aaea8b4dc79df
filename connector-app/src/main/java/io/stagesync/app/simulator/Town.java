package io.stagesync.app.simulator;

import io.stagesync.hubspot.simulator.Actor;
import io.stagesync.hubspot.simulator.Option;
import io.stagesync.hubspot.simulator.Portal;
import io.stagesync.salesforce.simulator.ConvertedLead;
import io.stagesync.salesforce.simulator.LeadDraft;
import io.stagesync.salesforce.simulator.SimulatedOrg;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Both simulated CRMs and the people who live in them. May be used by several threads. */
final class Town {
  /** Whoever filled HubSpot before the simulation began. */
  private static final Actor IMPORT = Actor.workflow(1);

  private final SimulatedOrg org;
  private final Portal portal;
  private final List<Inhabitant> inhabitants = new CopyOnWriteArrayList<>();
  private final Map<String, ConvertedLead> converted = new ConcurrentHashMap<>();
  private final Map<String, List<String>> opportunities = new ConcurrentHashMap<>();
  private volatile boolean drifted;

  Town(SimulatedOrg org, Portal portal) {
    this.org = org;
    this.portal = portal;
  }

  /** Lets people move in. */
  void settle(List<Person> people) {
    org.setup()
        .status(StandardWords.UNKNOWN_STATUS, false)
        .history(StandardWords.STATUS_FIELD, true)
        .history(StandardWords.STAGE_FIELD, true);
    var options = new ArrayList<>(portal.options(StandardWords.STAGE_PROPERTY));
    options.add(new Option(StandardWords.UNKNOWN_STAGE, "Partner", options.size(), false));
    portal.options(StandardWords.STAGE_PROPERTY, options);
    var campaign = org.createCampaign("Spring webinar");
    var settled = new ArrayList<Inhabitant>();
    people.forEach(person -> settled.add(settle(person, campaign)));
    inhabitants.addAll(settled);
  }

  /**
   * Lets admins change what the standard mapping file rests on: a picklist value gets another name,
   * and the property that holds a lead's id goes.
   */
  void drift() {
    org.setup()
        .renamed(
            StandardWords.STAGE_FIELD,
            StandardWords.RENAMED_STAGE,
            StandardWords.RENAMED_STAGE_NOW);
    portal.remove("salesforceleadid");
    drifted = true;
  }

  private Inhabitant settle(Person person, String campaign) {
    var leads = new ArrayList<String>();
    for (var words : person.leads()) {
      var draft = LeadDraft.of(person.email()).status(words.status());
      leads.add(org.createLead(words.stage().isEmpty() ? draft : draft.stage(words.stage())));
    }
    person.conversion().ifPresent(c -> convert(leads.get(0), c.opportunities()));
    if (!leads.isEmpty()) {
      person
          .campaignStatus()
          .ifPresent(s -> org.addMember(campaign, leads.get(0), s, s.equals("Attended")));
    }
    var contacts = new ArrayList<String>();
    for (var words : person.contacts()) {
      var values = new HashMap<String, String>();
      values.put("email", person.email());
      if (!words.stage().isEmpty()) {
        values.put(StandardWords.STAGE_PROPERTY, words.stage());
      }
      if (!words.status().isEmpty()) {
        values.put(StandardWords.STATUS_PROPERTY, words.status());
      }
      if (person.linked()) {
        values.put("salesforceleadid", leads.get(0));
      }
      contacts.add(portal.create(values, IMPORT));
    }
    return new Inhabitant(person.number(), person.kind(), leads, contacts);
  }

  /** Converts a lead, with opportunities of these stages. */
  void convert(String lead, List<String> stages) {
    var became = org.convert(lead, StandardWords.CONVERTED, stages.stream().findFirst());
    var made = new CopyOnWriteArrayList<String>();
    became.opportunity().ifPresent(made::add);
    stages.stream().skip(1).forEach(s -> made.add(org.createOpportunity(became.contact(), s)));
    converted.put(lead, became);
    opportunities.put(lead, made);
  }

  SimulatedOrg org() {
    return org;
  }

  Portal portal() {
    return portal;
  }

  List<Inhabitant> inhabitants() {
    return List.copyOf(inhabitants);
  }

  boolean isConverted(String lead) {
    return converted.containsKey(lead);
  }

  /** The opportunities of a converted lead, by id. */
  List<String> opportunities(String lead) {
    return opportunities.getOrDefault(lead, List.of());
  }

  /** What a field shows now, in the words of the standard mapping file; blank for nothing. */
  String value(Place place) {
    var shown = shown(place);
    boolean renamed = stage(place) && shown.equals(StandardWords.RENAMED_STAGE_NOW);
    return renamed ? StandardWords.RENAMED_STAGE : shown;
  }

  /** What the org calls a word of the standard mapping file now. */
  String word(Place place, String word) {
    boolean renamed = drifted && stage(place) && word.equals(StandardWords.RENAMED_STAGE);
    return renamed ? StandardWords.RENAMED_STAGE_NOW : word;
  }

  private static boolean stage(Place place) {
    return place.object() == Place.Kind.LEAD && place.field().equals(StandardWords.STAGE_FIELD);
  }

  private String shown(Place place) {
    return switch (place.object()) {
      case CONTACT -> portal.value(place.id(), place.field());
      case LEAD -> org.field("Lead", place.id(), place.field()).orElse("");
      case OPPORTUNITY -> org.field("Opportunity", place.id(), place.field()).orElse("");
    };
  }

  /** The stage names of a converted lead's opportunities. */
  List<String> opportunityStages(String lead) {
    return opportunities(lead).stream()
        .map(id -> org.field("Opportunity", id, "StageName"))
        .flatMap(Optional::stream)
        .toList();
  }
}
