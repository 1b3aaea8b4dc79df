package io.stagesync.proof;

import java.util.Arrays;

/** A set of numbers, none of which is {@link Long#MIN_VALUE}. */
final class Numbers {
  private static final long FREE = Long.MIN_VALUE;

  private long[] slots = new long[1024];
  private int size;

  Numbers() {
    Arrays.fill(slots, FREE);
  }

  /** Whether a number was not there yet. */
  boolean add(long number) {
    if (2 * size >= slots.length) {
      long[] before = slots;
      slots = new long[2 * before.length];
      Arrays.fill(slots, FREE);
      size = 0;
      for (long one : before) {
        if (one != FREE) {
          put(one);
        }
      }
    }
    return put(number);
  }

  private boolean put(long number) {
    int at = (int) (number * 0x9E3779B97F4A7C15L >>> 32) & (slots.length - 1);
    while (slots[at] != FREE) {
      if (slots[at] == number) {
        return false;
      }
      at = (at + 1) & (slots.length - 1);
    }
    slots[at] = number;
    size++;
    return true;
  }
}
