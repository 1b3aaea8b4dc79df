package io.stagesync.state;

import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import java.util.Collection;
import java.util.List;

/** Where people came from, as it was first seen. Written once; no decision reads it. */
public interface FirstTouches {
  /** Keeps those that are the first of their record and attribute; what stands already stays. */
  void keep(List<FirstTouch> seen);

  /** What was seen first of some records, by record and attribute. */
  List<FirstTouch> of(Side side, Collection<RecordId> records);
}
