package io.stagesync.engine;

import java.util.ArrayList;
import java.util.List;

/** Counts things that are alike and keeps the first few. */
final class FirstFew<T> {
  private final int most;
  private final List<T> first = new ArrayList<>();
  private long count;

  FirstFew(int most) {
    this.most = most;
  }

  void add(T one) {
    count++;
    if (first.size() < most) {
      first.add(one);
    }
  }

  long count() {
    return count;
  }

  List<T> first() {
    return first;
  }
}
