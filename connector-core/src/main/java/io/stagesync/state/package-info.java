/**
 * What is remembered between runs, as values and interfaces; how it is stored is {@code
 * state.jdbc}'s affair.
 *
 * <p>The store is also where the two sides are joined: what was read of each side is kept as it was
 * seen, pairs are looked up here, and decisions are made on what stands here. So memory does not
 * grow with the number of people, and a run that was cut off goes on from what is stored.
 */
@NullMarked
package io.stagesync.state;

import org.jspecify.annotations.NullMarked;
