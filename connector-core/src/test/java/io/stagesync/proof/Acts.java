package io.stagesync.proof;

import io.stagesync.proof.Draft.TrackDraft;
import io.stagesync.proof.World.Person;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** What people of a world do: they come, edit, are converted, join a pilot and leave it. */
final class Acts {
  private final World world;
  private final Draft draft;
  private final SplittableRandom random;
  private final Set<RecordId> converted = new HashSet<>();
  private final Map<String, Integer> changed = new HashMap<>();
  private final Authorship authorship = new Authorship();
  private int edits;

  Acts(World world, SplittableRandom random) {
    this.world = world;
    this.draft = world.draft;
    this.random = random;
  }

  /** The leads that were converted so far. */
  Set<RecordId> converted() {
    return converted;
  }

  boolean isConverted(Person person) {
    return converted.contains(person.lead());
  }

  Authorship authorship() {
    return authorship;
  }

  Person create(int number) {
    Map<FieldName, RawValue> values = new HashMap<>();
    boolean partner = random.nextInt(4) == 0;
    for (TrackDraft track : draft.tracks) {
      for (Side side : track.fields.keySet()) {
        String word = word(track, side);
        if (!word.isEmpty()) {
          values.put(World.field(track, side), new RawValue(word));
        }
      }
    }
    values.put(World.PILOT, new RawValue(World.PILOT_WORDS.get(random.nextInt(3))));
    Person person = world.person(number, partner, values);
    if (draft.pilot.isPresent() && random.nextInt(3) > 0) {
      world.move(person, true, "");
    }
    return person;
  }

  /** Any word of the picklist; often one that means something, sometimes none. */
  private String word(TrackDraft track, Side side) {
    List<String> words = world.words(track, side);
    boolean mandatory = World.isStatus(track, side);
    if (!mandatory && random.nextInt(5) == 0) {
      return "";
    }
    String word = words.get(random.nextInt(words.size()));
    boolean odd = new Meanings(track, true).of(side, word).isEmpty();
    return odd && random.nextInt(3) > 0 ? words.get(random.nextInt(words.size())) : word;
  }

  void act(Person person) {
    if (random.nextInt(12) == 0) {
      List<Evidence> possible = evidence();
      world.salesforce.convert(person.lead(), possible.get(random.nextInt(possible.size())));
      converted.add(person.lead());
    }
    if (draft.pilot.isPresent() && random.nextInt(6) == 0) {
      boolean byList = random.nextBoolean();
      world.move(person, byList, World.PILOT_WORDS.get(random.nextInt(3)));
    }
    for (TrackDraft track : draft.tracks) {
      for (Side side : Side.values()) {
        boolean dead = side == Side.SALESFORCE && converted.contains(person.lead());
        if (track.has(side) && !dead && random.nextInt(5) < 2) {
          String word = word(track, side);
          if (!word.equals(world.shown(person, track, side))) {
            List<Hand> hands = Hand.on(side);
            Hand by = hands.get(random.nextInt(hands.size()));
            world.edit(person, track, side, word, by.id);
            authorship.changed(person, track, by);
            changed.put(key(person, track, side), ++edits);
          }
        }
      }
    }
  }

  /** What an opportunity can say; an account only where the file looks at accounts. */
  private List<Evidence> evidence() {
    boolean accounts =
        draft
            .conversion
            .filter(c -> c.labels().containsKey(Evidence.EXISTING_CUSTOMER_ACCOUNT))
            .isPresent();
    return Stream.of(Evidence.values())
        .filter(e -> e != Evidence.UNREADABLE)
        .filter(e -> accounts || e != Evidence.EXISTING_CUSTOMER_ACCOUNT)
        .toList();
  }

  /** The side that a person changed last; both were created in the same moment. */
  Optional<Side> later(Person person, TrackDraft track) {
    int salesforce = changed.getOrDefault(key(person, track, Side.SALESFORCE), 0);
    int hubspot = changed.getOrDefault(key(person, track, Side.HUBSPOT), 0);
    return salesforce == hubspot
        ? Optional.empty()
        : Optional.of(salesforce > hubspot ? Side.SALESFORCE : Side.HUBSPOT);
  }

  static String key(Person person, TrackDraft track, Side side) {
    return person.lead() + " " + track.name + " " + side;
  }
}
