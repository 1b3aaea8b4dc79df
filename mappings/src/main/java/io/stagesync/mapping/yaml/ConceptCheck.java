package io.stagesync.mapping.yaml;

import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Side;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Ideas of the field stay apart: status and stage, labels and attributes, lead and opportunity. */
final class ConceptCheck {
  private static final Set<String> ATTRIBUTES =
      Set.of("tsm", "targetsegmentmember", "lso", "leadsourceoriginated");
  private static final Set<String> AFTER_CONVERSION = Set.of("sao", "salesacceptedopportunity");

  private final Draft draft;
  private final TrackMapping track;

  ConceptCheck(Draft draft, TrackMapping track) {
    this.draft = draft;
    this.track = track;
  }

  void check() {
    statusAsStage();
    for (var label : track.labels()) {
      var site = draft.site(label);
      if (names(label, ATTRIBUTES)) {
        draft
            .problems()
            .at(
                site.keyPlace(),
                DiagnosticId.ATTRIBUTE_AS_LABEL,
                "TSM and LSO are attributes of a person, not places on a way: a person keeps them"
                    + " at every stage",
                "delete the label, and name the field that tells it under `attributes`, like `tsm: {"
                    + " kind: segment, salesforce: Lead.Target_Account__c }`");
      }
      if (names(label, AFTER_CONVERSION) && !label.fromOpportunity()) {
        draft
            .problems()
            .at(
                site.keyPlace(),
                DiagnosticId.SAO_FROM_LEAD,
                "a sales accepted opportunity exists only after conversion, when the lead can no"
                    + " longer be written",
                "write `from: opportunity`, and name the label under `conversion`");
      }
    }
  }

  private void statusAsStage() {
    var salesforce =
        track.field(Side.SALESFORCE).map(FieldName::name).orElse("").toLowerCase(Locale.ROOT);
    var hubspot = track.field(Side.HUBSPOT).map(FieldName::name).orElse("");
    boolean statusToStage = salesforce.equals("status") && hubspot.equals("lifecyclestage");
    boolean stageToStatus = salesforce.contains("stage") && hubspot.equals("hs_lead_status");
    if (statusToStage || stageToStatus) {
      draft
          .problems()
          .at(
              draft.site(track).at("hubspot").place(),
              DiagnosticId.STATUS_AS_STAGE,
              "a status (how far sales has come) and a stage (where the person is) are two things,"
                  + " and one track cannot be both",
              "make two tracks, `Lead.Status` with `contact.hs_lead_status` and a lead stage with"
                  + " `contact.lifecyclestage`, and let one move the other under `rules`");
    }
  }

  private static boolean names(LabelMapping label, Set<String> names) {
    var words =
        label.words().values().stream().flatMap(w -> w.values().stream()).map(v -> v.text());
    return Stream.concat(Stream.of(label.label().name()), words)
        .map(word -> word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""))
        .anyMatch(names::contains);
  }
}
