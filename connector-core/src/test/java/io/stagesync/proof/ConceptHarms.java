package io.stagesync.proof;

import static io.stagesync.mapping.DiagnosticId.ATTRIBUTE_AS_LABEL;
import static io.stagesync.mapping.DiagnosticId.CAMPAIGN_MEMBER;
import static io.stagesync.mapping.DiagnosticId.CRITERION_UNMEETABLE;
import static io.stagesync.mapping.DiagnosticId.SAO_FROM_LEAD;

import io.stagesync.proof.Draft.LabelDraft;
import io.stagesync.proof.Draft.TrackDraft;
import io.stagesync.proof.Draft.WordsDraft;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.Optional;

/** Ideas that stay apart and are mixed, and criteria that look at nothing. */
final class ConceptHarms {
  private ConceptHarms() {}

  static final List<Harm> ALL =
      List.of(
          new Harm(CRITERION_UNMEETABLE, ConceptHarms::criterionOfItself),
          new Harm(CAMPAIGN_MEMBER, ConceptHarms::campaignMember),
          new Harm(ATTRIBUTE_AS_LABEL, (draft, dice) -> more(draft, dice, "tsm")),
          new Harm(SAO_FROM_LEAD, (draft, dice) -> more(draft, dice, "sao")));

  private static boolean criterionOfItself(Draft draft, Dice dice) {
    List<TrackDraft> some = draft.tracks.stream().filter(t -> !t.lone()).toList();
    return Harm.change(
        dice.maybe(some),
        t -> {
          LabelDraft label = dice.any(t.labels);
          (dice.chance(50) ? label.entry : label.exit)
              .put(t.name, List.of(dice.any(t.labels).name));
        });
  }

  private static boolean campaignMember(Draft draft, Dice dice) {
    List<TrackDraft> some =
        draft.tracks.stream()
            .filter(t -> t.has(Side.SALESFORCE) && !World.isStatus(t, Side.SALESFORCE))
            .toList();
    return Harm.change(
        dice.maybe(some), t -> t.fields.put(Side.SALESFORCE, "CampaignMember.Status"));
  }

  private static boolean more(Draft draft, Dice dice, String name) {
    TrackDraft track = dice.any(draft.tracks);
    LabelDraft label = new LabelDraft(name);
    if (track.ordered()) {
      label.rank = Optional.of(1_000);
    }
    label.words.put(Side.SALESFORCE, WordsDraft.of(Draft.Said.NONE));
    label.words.put(Side.HUBSPOT, WordsDraft.of(Draft.Said.NONE));
    track.fields.keySet().forEach(s -> label.words.put(s, WordsDraft.own(List.of("New"))));
    track.labels.add(label);
    return true;
  }
}
