package io.stagesync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.reconcile.Base;
import io.stagesync.reconcile.Catalogs;
import io.stagesync.reconcile.Observation;
import io.stagesync.reconcile.TrackView;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The joint proof does not look at every state of a track, but it has to know every way in which
 * one answers the others. Here each state of the tracks of generated files is looked up. How many
 * files is a setting: {@code -Dstagesync.everyface=1000}.
 */
class EveryFaceTest {
  private static final int FILES = Integer.getInteger("stagesync.everyface", 10);
  private static final long SEED = Long.getLong("stagesync.seed", 20280251L);

  private long states;
  private long ways;

  @Test
  void somethingStandsForEveryState() {
    System.out.println("every face: " + FILES + " files, seed: " + SEED);
    for (long seed = SEED; seed < SEED + FILES; seed++) {
      Mapping mapping = DraftMapping.of(Generator.draft(seed));
      for (Set<Track> some : new Links(mapping).groups()) {
        Mapping group = mapping.about(some);
        for (TrackMapping track : group.tracks()) {
          lookUp(group, track, "seed " + seed);
        }
      }
    }
    System.out.println("every face: " + states + " states, " + ways + " ways to answer");
    assertThat(ways).isPositive().isLessThan(states / 10);
  }

  private void lookUp(Mapping group, TrackMapping track, String story) {
    Catalogs catalogs = OwnWords.of(group);
    OneTrack found = new OneTrack(group, track, catalogs).prove();
    for (Optional<RecordType> type : found.types()) {
      for (Optional<Evidence> converted : JoinedTracks.converted(group)) {
        Lead any = new Lead(converted, type, Optional.empty());
        Lead lead = JoinedTracks.alike(group, any, track.track());
        List<TrackProof> proofs = JoinedTracks.own(found, any);
        Vocabulary words = new Vocabulary(track, catalogs, type);
        Faces faces = new Faces(group, catalogs, lead, words).find(proofs);
        ways += faces.ways().size();
        for (Lead dated : dated(lead, proofs.size())) {
          lookUp(faces, words, dated, story + ", " + dated + ", " + track.track());
        }
      }
    }
  }

  /** Where the track asks which side changed last, one proof is without an answer to that. */
  private static List<Lead> dated(Lead lead, int proofs) {
    List<Lead> dated = new ArrayList<>(List.of(lead));
    if (proofs > 1) {
      Side.BOTH.forEach(s -> dated.add(new Lead(lead.converted(), lead.type(), Optional.of(s))));
    }
    return dated;
  }

  private void lookUp(Faces faces, Vocabulary words, Lead lead, String story) {
    for (Optional<Base> base : bases(words, lead)) {
      for (Shown salesforce : words.shown(Side.SALESFORCE)) {
        for (Shown hubspot : words.shown(Side.HUBSPOT)) {
          for (long blankSeen : blanks(words, base, hubspot)) {
            TrackView view =
                new TrackView(
                    base,
                    lead.dated(Side.SALESFORCE, salesforce.seen()),
                    lead.dated(Side.HUBSPOT, hubspot.seen()),
                    Syncs.memory(blankSeen, Optional.empty()));
            states++;
            List<Object> answers = faces.of(view);
            if (!faces.ways().contains(answers)) {
              throw new AssertionError(story + ": nothing answers as " + view + ": " + answers);
            }
          }
        }
      }
    }
  }

  /** None; and each label, under no evidence and under the one of now, whatever rules ran for. */
  private static List<Optional<Base>> bases(Vocabulary words, Lead lead) {
    List<Optional<Label>> ran = new ArrayList<>(List.of(Optional.empty()));
    words.labels().forEach(label -> ran.add(Optional.of(label)));
    List<Optional<Base>> bases = new ArrayList<>(List.of(Optional.empty()));
    for (Label label : words.labels()) {
      for (Optional<Evidence> evidence : evidences(lead)) {
        Base base = words.base(label, evidence);
        for (Optional<Label> before : ran) {
          bases.add(
              Optional.of(
                  new Base(
                      base.label(),
                      base.salesforce(),
                      base.hubspot(),
                      base.evidence(),
                      before,
                      base.fingerprint())));
        }
      }
    }
    return bases;
  }

  private static Set<Optional<Evidence>> evidences(Lead lead) {
    return new LinkedHashSet<>(List.of(Optional.empty(), lead.converted()));
  }

  /** A blank in place of a value of a forward-only field may be one that an earlier run saw. */
  private static List<Long> blanks(Vocabulary words, Optional<Base> base, Shown hubspot) {
    boolean settles =
        hubspot.meaning().kind() == Observation.Kind.BLANK
            && base.flatMap(Base::hubspot).isPresent()
            && words.field(Side.HUBSPOT).filter(FieldCatalog::forwardOnly).isPresent();
    return settles ? List.of(0L, Lead.RUN - 1) : List.of(0L);
  }
}
