package io.stagesync.state;

import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.Optional;

/** Writes that were begun and are not known to be finished and unharmed. */
public interface Intents {
  /** Stores an intent, or its next stage. */
  void put(Intent intent);

  /** Forgets an intent: its outcome is stored and unharmed, or it was given up. */
  void close(String trace);

  /** The open intents of a side, oldest run first, then by trace. */
  List<Intent> open(Side side, Optional<String> after, int limit);

  /** The open intents of a pair. */
  List<Intent> of(PairId pair);

  /** The open intents of a record, whatever became of its pair. */
  List<Intent> of(Side side, RecordId record);

  /** How many are open. */
  long count();
}
