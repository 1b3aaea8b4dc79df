package io.stagesync.proof;

import java.util.Arrays;

/**
 * Numbers in the order in which they first came, none of which is {@link Long#MIN_VALUE}. Millions
 * of states are told apart by it, so none of them is boxed.
 */
final class Numbers {
  private static final long FREE = Long.MIN_VALUE;

  private long[] slots = new long[64];
  private int[] places = new int[slots.length];
  private int size;

  Numbers() {
    Arrays.fill(slots, FREE);
  }

  /** Whether a number did not come before. */
  boolean add(long number) {
    int before = size;
    return place(number) == before;
  }

  /** The place of a number in that order, from 0. */
  int place(long number) {
    int slot = slot(number);
    if (slots[slot] == number) {
      return places[slot];
    }
    if (2 * size >= slots.length) {
      grow();
      slot = slot(number);
    }
    slots[slot] = number;
    places[slot] = size;
    return size++;
  }

  /** Where a number is, or would be. */
  private int slot(long number) {
    int slot = (int) (number * 0x9E3779B97F4A7C15L >>> 32) & (slots.length - 1);
    while (slots[slot] != FREE && slots[slot] != number) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] before = slots;
    int[] where = places;
    slots = new long[2 * before.length];
    places = new int[slots.length];
    Arrays.fill(slots, FREE);
    for (int i = 0; i < before.length; i++) {
      if (before[i] != FREE) {
        int slot = slot(before[i]);
        slots[slot] = before[i];
        places[slot] = where[i];
      }
    }
  }
}
