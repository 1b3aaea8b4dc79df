package io.stagesync.mapping.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Approval;
import io.stagesync.mapping.Clears;
import io.stagesync.mapping.ConflictRule;
import io.stagesync.mapping.Conversion;
import io.stagesync.mapping.Criteria;
import io.stagesync.mapping.Direction;
import io.stagesync.mapping.FirstSync;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.Limits;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Pairing;
import io.stagesync.mapping.RefusedEdits;
import io.stagesync.mapping.Rule;
import io.stagesync.mapping.Scope;
import io.stagesync.mapping.SideEffects;
import io.stagesync.mapping.Team;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.WayBack;
import io.stagesync.mapping.Words;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every key of a file that uses them all lands where it belongs. */
class RichFileTest {
  private static final Track STAGE = new Track("lead-stage");
  private static final Track STATUS = new Track("lead-status");

  private final LoadedMapping loaded =
      MappingFile.load(Path.of("src/test/resources/good/rich.yaml"));
  private final Mapping mapping = loaded.mapping().orElseThrow();

  @Test
  void theFileAsAWhole() {
    assertThat(loaded.render()).isEmpty();
    assertThat(mapping.name()).isEqualTo("Rich B2B");
    assertThat(mapping.approved().map(Approval::words))
        .contains("Ann Reed and Kenji Ito on 2026-03-01");
    assertThat(mapping.limits()).isEqualTo(new Limits(120, 2.5, 40));
    assertThat(mapping.teams())
        .isEqualTo(
            Map.of(
                new Team("sales"), Side.SALESFORCE,
                new Team("marketing"), Side.HUBSPOT,
                new Team("partners"), Side.SALESFORCE));
    assertThat(mapping.tracks())
        .extracting(t -> t.track().name())
        .containsExactly("lead-stage", "lead-status", "unqualified-reason", "region");
  }

  @Test
  void pairsAndScope() {
    var id = new FieldName(Side.HUBSPOT, "contact", "salesforceleadid");
    assertThat(mapping.pairing())
        .isEqualTo(
            new Pairing(
                List.of(new Pairing.By(Optional.of(id)), new Pairing.By(Optional.empty()))));
    assertThat(mapping.scope()).contains(new Scope(STAGE, new Label("lead")));
  }

  @Test
  void theFieldsAndPoliciesOfATrack() {
    var stage = mapping.track(STAGE);
    assertThat(stage.fields())
        .isEqualTo(
            Map.of(
                Side.SALESFORCE, new FieldName(Side.SALESFORCE, "Lead", "Lead_Stage__c"),
                Side.HUBSPOT, new FieldName(Side.HUBSPOT, "contact", "lifecyclestage")));
    assertThat(stage.direction()).isEqualTo(Direction.TWO_WAY);
    assertThat(stage.conflict()).isEqualTo(ConflictRule.FURTHEST_WINS);
    assertThat(stage.firstSync()).isEqualTo(FirstSync.REPORT_ONLY);
    assertThat(stage.refusedEdits()).isEqualTo(RefusedEdits.CORRECT);
    assertThat(stage.clears()).isEqualTo(Clears.PROPAGATE);
    assertThat(stage.skipsForward()).isFalse();
    assertThat(stage.ordered()).isTrue();
    assertThat(stage.ignores(Side.HUBSPOT, new RawValue("evangelist"))).isTrue();
    assertThat(stage.ignores(Side.SALESFORCE, new RawValue("evangelist"))).isFalse();
    assertThat(mapping.track(STATUS).conflict()).isEqualTo(ConflictRule.LATEST_WINS);
    assertThat(mapping.track(STATUS).firstSync()).isEqualTo(FirstSync.SALESFORCE_WINS);
    assertThat(mapping.track(new Track("region")).direction()).isEqualTo(Direction.TO_HUBSPOT);
  }

  @Test
  void whatATrackDoesNotSayIsTheCautiousChoice() {
    var reason = mapping.track(new Track("unqualified-reason"));
    assertThat(reason.direction()).isEqualTo(Direction.TWO_WAY);
    assertThat(reason.conflict()).isEqualTo(ConflictRule.REVIEW);
    assertThat(reason.firstSync()).isEqualTo(FirstSync.REPORT_ONLY);
    assertThat(reason.refusedEdits()).isEqualTo(RefusedEdits.HOLD);
    assertThat(reason.clears()).isEqualTo(Clears.REFILL);
    assertThat(reason.skipsForward()).isTrue();
    assertThat(mapping.track(new Track("region")).conflict())
        .isEqualTo(ConflictRule.SALESFORCE_WINS);
  }

  @Test
  void aLabelWithEverythingAroundIt() {
    assertThat(label(STAGE, "lead"))
        .isEqualTo(
            new LabelMapping(
                new Label("lead"),
                Optional.of(20),
                Optional.empty(),
                Map.of(
                    Side.SALESFORCE, own("Lead"),
                    Side.HUBSPOT, own("lead")),
                Map.of(),
                Optional.of(new Team("marketing")),
                Optional.empty(),
                Optional.empty(),
                false,
                Criteria.NONE,
                LabelMapping.Counting.USUAL,
                new LabelMapping.Guide(
                    "Took a step beyond subscribing",
                    "A form other than the newsletter's",
                    "Nurture",
                    "Everybody with a form became one",
                    List.of("Inquiry", "raw lead"))));
    assertThat(label(STAGE, "opportunity").fromOpportunity()).isTrue();
  }

  @Test
  void howPeopleAtALabelAreCounted() {
    assertThat(label(STAGE, "mql").counting().sideEffects())
        .contains(new SideEffects(50, Optional.of(Side.HUBSPOT), "Starts the nurture workflow"));
    assertThat(label(STAGE, "customer").counting().inPipeline()).isFalse();
    assertThat(label(STAGE, "sal").counting()).isEqualTo(LabelMapping.Counting.USUAL);
  }

  @Test
  void theWaysToSayALabel() {
    assertThat(words(STAGE, "subscriber", Side.SALESFORCE)).isEqualTo(Words.none());
    assertThat(words(STAGE, "mrl", Side.HUBSPOT)).isEqualTo(own("118233441"));
    assertThat(words(STAGE, "sal", Side.HUBSPOT)).isEqualTo(Words.sharing(new Label("mql")));
    assertThat(words(STATUS, "open", Side.SALESFORCE))
        .isEqualTo(own("Open - Not Contacted", "New"));
    assertThat(words(STATUS, "converted", Side.SALESFORCE)).isEqualTo(Words.convertedStatus());
  }

  @Test
  void aWordInQuotesIsNoKeyword() {
    assertThat(words(new Track("unqualified-reason"), "invalid-data", Side.HUBSPOT))
        .isEqualTo(own("none"));
  }

  @Test
  void recordTypesAndCompanions() {
    assertThat(label(STATUS, "working").variants())
        .isEqualTo(
            Map.of(
                new RecordType("Partner"), Map.of(Side.SALESFORCE, own("Partner Working")),
                new RecordType("Reseller"),
                    Map.of(Side.SALESFORCE, own("Reseller Working", "Reseller Calling"))));
    assertThat(label(STATUS, "unqualified").requires()).contains(new Track("unqualified-reason"));
    assertThat(label(STATUS, "unqualified").companionDefault()).contains(new Label("not-ready"));
  }

  @Test
  void aCompanionNeedsNoDefault() {
    var text =
        """
        version: 1
        tracks:
          status:
            salesforce: Lead.Status
            hubspot: contact.hs_lead_status
            labels:
              closed: { salesforce: Closed, hubspot: UNQUALIFIED, requires: reason }
          reason:
            salesforce: Lead.Reason__c
            hubspot: contact.reason
            labels: { timing: { salesforce: Timing, hubspot: timing } }
        """;
    var closed =
        MappingFile.parse("m.yaml", text)
            .mapping()
            .orElseThrow()
            .track(new Track("status"))
            .label(new Label("closed"))
            .orElseThrow();
    assertThat(closed.requires()).contains(new Track("reason"));
    assertThat(closed.companionDefault()).isEmpty();
  }

  @Test
  void waysBackAndRulesKnowTheirLine() {
    assertThat(mapping.track(STAGE).waysBack())
        .containsExactly(
            new WayBack(
                Set.of(new Label("sal"), new Label("sql")),
                new Label("mrl"),
                Optional.of(new Team("sales")),
                false,
                "Recycled: the timing was wrong",
                35),
            new WayBack(
                Set.of(new Label("sql")),
                new Label("mql"),
                Optional.of(new Team("marketing")),
                false,
                "Re-entered",
                36));
    assertThat(mapping.rules())
        .containsExactly(
            new Rule(
                STATUS,
                new Label("qualified"),
                Map.of(STAGE, new Label("sql")),
                Optional.empty(),
                76),
            new Rule(
                STAGE,
                new Label("mql"),
                Map.of(STATUS, new Label("open")),
                Optional.of(new Rule.Condition(Optional.empty())),
                77),
            new Rule(
                STAGE,
                new Label("sql"),
                Map.of(STATUS, new Label("working")),
                Optional.of(new Rule.Condition(Optional.of(new Label("open")))),
                78));
  }

  @Test
  void theConversionFindsItsTrackByItsLabels() {
    var conversion = mapping.conversion().orElseThrow();
    assertThat(conversion.track()).isEqualTo(STAGE);
    assertThat(conversion.hubspotDisagrees()).isEqualTo(RefusedEdits.HOLD);
    assertThat(conversion.labels())
        .isEqualTo(
            Map.of(
                Evidence.OPEN, new Label("opportunity"),
                Evidence.WON, new Label("customer"),
                Evidence.LOST, new Label("mrl"),
                Evidence.NONE, new Label("sql"),
                Evidence.EXISTING_CUSTOMER_ACCOUNT, new Label("customer")));
    assertThat(conversion.customerAccount()).contains(Conversion.STOCK_CUSTOMER);
  }

  @Test
  void everyTrackHasAFingerprintOfItsOwn() {
    assertThat(mapping.tracks().stream().map(TrackMapping::fingerprint).distinct())
        .hasSize(4)
        .allMatch(fingerprint -> fingerprint.hex().matches("[0-9a-f]{16}"));
  }

  private LabelMapping label(Track track, String label) {
    return mapping.track(track).label(new Label(label)).orElseThrow();
  }

  private Words words(Track track, String label, Side side) {
    return Optional.ofNullable(label(track, label).words().get(side)).orElseThrow();
  }

  private static Words own(String... words) {
    return Words.own(Stream.of(words).map(RawValue::new).toList());
  }
}
