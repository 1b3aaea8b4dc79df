package io.stagesync.proof;

/** What a mapping file has to keep, whatever both sides show. */
public enum Law {
  /** What is written is read back as the label that was meant, and is chosen with that base. */
  ROUND_TRIP("what is written is read back as the label that was meant"),
  /** A side that can mean the label is not written. */
  NO_NEEDLESS_WRITE("a side that can mean the label is not written"),
  /** Only what may be written is: not what a track never writes, nor what nobody understood. */
  NOTHING_OVERWRITTEN("nothing is written where the file does not write, or over an unknown value"),
  /** After one sync the next one has nothing to do but what was told as left over. */
  AT_REST("after one sync the next one has nothing to do"),
  /** No state leads back to itself by writing. */
  NO_CYCLE("nothing goes round"),
  /** Nothing lowers a rank but a declared way back, a correction or a conversion. */
  RANK_KEPT("nothing lowers a rank without a declared way back"),
  /** A converted lead is never written. */
  CONVERTED_UNWRITTEN("a converted lead is never written"),
  /** Rules reach one result whatever their order, and write both sides or neither. */
  ONE_FIXED_POINT("rules reach one result, whatever their order"),
  /** Every active value of a picklist is mapped or ignored; for people to mend, no run stops. */
  VALUES_KNOWN("every active value is mapped or ignored");

  private final String sentence;

  Law(String sentence) {
    this.sentence = sentence;
  }

  /** The law in words for people, without a capital and a full stop. */
  public String sentence() {
    return sentence;
  }
}
