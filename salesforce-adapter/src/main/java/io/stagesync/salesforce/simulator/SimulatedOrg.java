package io.stagesync.salesforce.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The simulated org as its people see it: they make, edit, convert, merge and delete leads while
 * requests run. Users are named by any name; the integration user's writes come in over the wire
 * only. Thread-safe.
 */
public final class SimulatedOrg {
  private static final String SYSTEM = "Setup";

  private final World world;
  private final OrgSetup setup;
  private final Queue<WrittenLead> writes = new ConcurrentLinkedQueue<>();

  SimulatedOrg(World world) {
    this.world = world;
    this.setup = new OrgSetup(world);
  }

  /** How the org is set up. */
  public OrgSetup setup() {
    return setup;
  }

  /** The id of the integration user. */
  public String integrationUser() {
    return World.OURSELVES;
  }

  /** The id of the org. */
  public String orgId() {
    return World.ORG;
  }

  /** The id of a user by name. */
  public String user(String name) {
    return world.changing(() -> world.user(name));
  }

  /** Makes a lead and returns its id. */
  public String createLead(LeadDraft draft) {
    return world.changing(
        () -> {
          var lead = world.insert("Lead");
          var status = draft.fields().getOrDefault("Status", firstStatus());
          lead.set("Status", status);
          draft.fields().forEach(lead::set);
          draft
              .recordType()
              .ifPresent(
                  type -> {
                    var variant = world.recordTypes().get(type);
                    if (variant == null) {
                      throw new IllegalArgumentException("no record type " + type);
                    }
                    lead.set("RecordTypeId", variant.id());
                  });
          lead.set("CreatedDate", Stamps.seconds(world.clock.instant()));
          world.stamp(lead, world.user(SYSTEM), world.clock.instant());
          return lead.id;
        });
  }

  /** Edits a field of a lead as a person; null clears it. */
  public void edit(String lead, String field, @Nullable String value, String user) {
    editStampedEarlier(lead, field, value, user, Duration.ZERO);
  }

  /**
   * An edit that becomes visible now and carries an earlier stamp: a transaction that took long.
   */
  public void editStampedEarlier(
      String lead, String field, @Nullable String value, String user, Duration ago) {
    world.changing(
        () -> {
          var values = new HashMap<String, @Nullable String>();
          values.put(field, value);
          world.change(
              world.row("Lead", lead), values, world.user(user), world.clock.instant().minus(ago));
          return lead;
        });
  }

  /** Converts a lead; with an opportunity's stage name also makes an opportunity. */
  public ConvertedLead convert(String lead, String status, Optional<String> opportunityStage) {
    return world.changing(
        () -> {
          var row = world.row("Lead", lead);
          var contact = world.newId("003");
          var account = world.insert("Account").id;
          var opportunity = opportunityStage.map(stage -> newOpportunity(contact, stage));
          var values = new HashMap<String, @Nullable String>();
          values.put("Status", status);
          values.put("IsConverted", "true");
          values.put("ConvertedContactId", contact);
          values.put("ConvertedAccountId", account);
          values.put("ConvertedOpportunityId", opportunity.orElse(null));
          values.put("ConvertedDate", Stamps.seconds(world.clock.instant()).substring(0, 10));
          world.change(row, values, world.user(SYSTEM), world.clock.instant());
          return new ConvertedLead(contact, account, opportunity);
        });
  }

  /**
   * Somebody says what an account is, {@code Customer - Direct} for example. It touches no lead.
   */
  public void accountType(String account, @Nullable String type) {
    world.changing(
        () -> {
          var row = world.row("Account", account);
          row.set("Type", type);
          world.stamp(row, world.user(SYSTEM), world.clock.instant());
          return row;
        });
  }

  /** Makes a further opportunity that a contact takes part in. */
  public String createOpportunity(String contact, String stage) {
    return world.changing(() -> newOpportunity(contact, stage));
  }

  private String newOpportunity(String contact, String stage) {
    var opportunity = world.insert("Opportunity");
    opportunity.set("Name", "Opportunity " + opportunity.id);
    var role = world.insert("OpportunityContactRole");
    role.set("OpportunityId", opportunity.id);
    role.set("ContactId", contact);
    world.stamp(role, world.user(SYSTEM), world.clock.instant());
    stage(opportunity, stage);
    return opportunity.id;
  }

  /**
   * Moves an opportunity; "Closed Won" wins it, any other name that begins with Closed loses it.
   */
  public void moveOpportunity(String opportunity, String stage) {
    world.changing(
        () -> {
          stage(world.row("Opportunity", opportunity), stage);
          return stage;
        });
  }

  private void stage(SimRow opportunity, String stage) {
    opportunity.set("StageName", stage);
    opportunity.set("IsWon", String.valueOf(stage.equals("Closed Won")));
    opportunity.set("IsClosed", String.valueOf(stage.startsWith("Closed")));
    world.stamp(opportunity, world.user(SYSTEM), world.clock.instant());
  }

  /** Puts a record into the recycle bin; an opportunity takes its contact roles with it. */
  public void delete(String object, String id) {
    world.changing(
        () -> {
          if (object.equals("Opportunity")) {
            world.table("OpportunityContactRole").rows.values().stream()
                .filter(role -> id.equals(role.get("OpportunityId")))
                .forEach(role -> role.set("IsDeleted", "true"));
          }
          var row = world.row(object, id);
          row.set("IsDeleted", "true");
          world.stamp(row, world.user(SYSTEM), world.clock.instant());
          return id;
        });
  }

  /** Takes a lead out of the recycle bin. */
  public void undelete(String lead) {
    world.changing(
        () -> {
          var row = world.row("Lead", lead);
          row.set("IsDeleted", "false");
          row.set("MasterRecordId", null);
          world.stamp(row, world.user(SYSTEM), world.clock.instant());
          return lead;
        });
  }

  /** Removes a record for good. */
  public void purge(String object, String id) {
    world.changing(() -> world.table(object).rows.remove(id) != null);
  }

  /** Merges a lead into another. */
  public void merge(String survivor, String loser) {
    world.changing(
        () -> {
          world.row("Lead", loser).set("MasterRecordId", survivor);
          world.stamp(world.row("Lead", survivor), world.user(SYSTEM), world.clock.instant());
          return loser;
        });
    delete("Lead", loser);
  }

  /** Makes a campaign and returns its id. */
  public String createCampaign(String name) {
    return world.changing(
        () -> {
          var campaign = world.insert("Campaign");
          campaign.set("Name", name);
          return campaign.id;
        });
  }

  /** Makes a lead a member of a campaign and returns the membership's id. */
  public String addMember(String campaign, String lead, String status, boolean responded) {
    return world.changing(
        () -> {
          var member = world.insert("CampaignMember");
          member.set("CampaignId", campaign);
          member.set("LeadId", lead);
          member.set("ContactId", world.row("Lead", lead).get("ConvertedContactId"));
          setMember(member, status, responded);
          return member.id;
        });
  }

  /** Sets how a member responded. */
  public void respond(String member, String status, boolean responded) {
    world.changing(
        () -> {
          setMember(world.row("CampaignMember", member), status, responded);
          return member;
        });
  }

  private void setMember(SimRow member, String status, boolean responded) {
    member.set("Status", status);
    member.set("HasResponded", String.valueOf(responded));
    world.stamp(member, world.user(SYSTEM), world.clock.instant());
  }

  /** What a field of a record holds, whatever our user may see; empty for nothing. */
  public Optional<String> field(String object, String id, String field) {
    return world.reading(() -> Optional.ofNullable(world.row(object, id).get(field)));
  }

  /** What a field of a lead holds. */
  public Optional<String> lead(String id, String field) {
    return field("Lead", id, field);
  }

  /** The ids of all leads that are not deleted, oldest first. */
  public List<String> leads() {
    return world.reading(
        () ->
            world.table("Lead").rows.values().stream()
                .filter(row -> !row.is("IsDeleted"))
                .map(row -> row.id)
                .toList());
  }

  /** Every change of a lead's tracked fields, oldest first. */
  public List<HistoryEntry> history(String lead) {
    return world.reading(
        () ->
            world.table("LeadHistory").rows.values().stream()
                .filter(row -> lead.equals(row.get("LeadId")))
                .map(
                    row ->
                        new HistoryEntry(
                            text(row, "Field"),
                            Optional.ofNullable(row.get("OldValue")),
                            Optional.ofNullable(row.get("NewValue")),
                            text(row, "CreatedById"),
                            Stamps.parse(text(row, "CreatedDate"))))
                .toList());
  }

  /** Everything that came in over the wire and was carried out, in its order. */
  public List<WrittenLead> writes() {
    return List.copyOf(writes);
  }

  /** How often a lead was written over the wire. */
  public long writesOf(String lead) {
    return writes.stream().filter(w -> w.lead().equals(lead)).count();
  }

  /** Writes to leads that were converted already; a permissive org carries them out. */
  public List<WrittenLead> writesToConvertedLeads() {
    return writes.stream().filter(WrittenLead::converted).toList();
  }

  /** The org's own time. */
  public Instant now() {
    return world.clock.instant();
  }

  /** Does several things at once, so that nobody reads in between. */
  public <T> T atOnce(Supplier<T> work) {
    return world.changing(work);
  }

  void written(WrittenLead write) {
    writes.add(write);
  }

  private String firstStatus() {
    return world.table("LeadStatus").rows.values().stream()
        .findFirst()
        .map(row -> text(row, "ApiName"))
        .orElseThrow();
  }

  private static String text(SimRow row, String field) {
    return String.valueOf(row.get(field));
  }
}
