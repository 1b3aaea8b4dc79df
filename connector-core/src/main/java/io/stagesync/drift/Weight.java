package io.stagesync.drift;

/** What a change means for a mapping, the heaviest first. */
public enum Weight {
  /** The mapping cannot be carried out as it is: the track is paused. */
  BREAKING,
  /** Nothing stops, and a person should look. */
  NOTABLE,
  /** It changes nothing for the mapping. */
  HARMLESS
}
