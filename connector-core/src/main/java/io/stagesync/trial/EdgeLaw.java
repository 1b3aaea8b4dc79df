package io.stagesync.trial;

/** What no decision may ever do, whatever the file says; asserted on every edge case. */
public enum EdgeLaw {
  CONVERTED_UNWRITTEN("a converted lead is never written"),
  UNKNOWN_LEFT("an unknown value is neither spread nor overwritten"),
  IGNORED_LEFT("an ignored value is neither spread nor overwritten"),
  UNSEEN_UNWRITTEN("what cannot be read, and a record that is gone, is never written"),
  DIRECTION_KEPT("a side that the track does not write is never written"),
  ACCEPTED("only a value that the field accepts from us is written"),
  READ_BACK("what is written is read back as the label that was meant"),
  NO_NEEDLESS_WRITE("a side that can mean the label is not written"),
  RANK_KEPT("a move lowers a rank only along a declared way"),
  EXPLAINED("every decision has its sentence, and what is held says what releases it"),
  COMES_TO_REST("once everything is written, the next runs find nothing to do");

  private final String sentence;

  EdgeLaw(String sentence) {
    this.sentence = sentence;
  }

  /** The law in words for people, without a capital and a full stop. */
  public String sentence() {
    return sentence;
  }
}
