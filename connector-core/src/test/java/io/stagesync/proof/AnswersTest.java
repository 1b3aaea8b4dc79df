package io.stagesync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.reconcile.Observation;
import io.stagesync.reconcile.TrackView;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Track;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a state answers to the tracks that are joined with it. */
class AnswersTest {
  private static final Mapping MAPPING =
      MappingFile.parse(
              "scope.yaml",
              """
              version: 1
              name: A word that two labels share, and a scope between them
              pairs: { scope: { not-below: { stage: mql } } }
              tracks:
                stage:
                  salesforce: Lead.Lead_Stage__c
                  hubspot: contact.lifecyclestage
                  labels:
                    lead: { rank: 10, salesforce: Early, hubspot: lead }
                    mql: { rank: 20, salesforce: { shares: lead }, hubspot: mql }
                    sql: { rank: 30, salesforce: SQL, hubspot: sql }
                status:
                  salesforce: Lead.Status
                  hubspot: contact.hs_lead_status
                  labels:
                    open: { salesforce: Open, hubspot: OPEN }
                    called: { salesforce: Called, hubspot: CALLED }
              rules:
                - { when: { stage: lead }, then: { status: open }, only-if: blank }
              conversion: { track: stage, won: lead, hubspot-disagrees: correct }
              """)
          .mapping()
          .orElseThrow();

  @Test
  void aSideIsReadByTheLabelThatItsTrackComesTo() {
    Lead won = new Lead(Optional.of(Evidence.WON), Optional.empty(), Optional.empty());
    Vocabulary words =
        new Vocabulary(MAPPING.track(new Track("stage")), OwnWords.of(MAPPING), Optional.empty());
    Faces faces = new Faces(MAPPING, OwnWords.of(MAPPING), won, words);
    // Both are led to lead. "Early" means mql until then, and lead once it has come there.
    assertThat(faces.of(view(words, "mql", "Early", "mql")))
        .isNotEqualTo(faces.of(view(words, "mql", "SQL", "mql")));
  }

  private static TrackView view(Vocabulary words, String base, String salesforce, String hubspot) {
    return new TrackView(
        Optional.of(words.base(new Label(base), Optional.empty())),
        Observation.of(new RawValue(salesforce)),
        Observation.of(new RawValue(hubspot)),
        Syncs.memory(0, Optional.empty()));
  }
}
