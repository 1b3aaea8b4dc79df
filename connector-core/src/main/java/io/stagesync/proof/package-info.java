/**
 * Proves of a mapping file that it keeps the laws in every state that its records can be in, or
 * shows a state where it does not. Pure, like the decisions that it asks.
 *
 * <p>The states of a track are the product of every base, everything that either side may show, and
 * every kind of lead. That is 100,000 states for 40 labels, times the kinds; each is decided by the
 * reconciler itself and followed until it rests. Three cuts make it quick, and none leaves out a
 * state that could come out differently:
 *
 * <ul>
 *   <li>Raw values that mean the same labels, alone and together, are one ({@link Shown}): a
 *       decision knows a raw value by its meanings, and by the CRM's order only where that decides
 *       what can be written.
 *   <li>States that look alike are decided once ({@link Likeness}): a decision asks of a track what
 *       the base and both values mean, what can be written for these labels, and what moves between
 *       them are: backward, declared, by whom. Two states that agree in all of this are the same
 *       one under other names, and names decide nothing. A test decides whole products of generated
 *       vocabularies and finds those that look alike decided alike.
 *   <li>A state is not followed further than to one that is known: where it leads, all that look
 *       like it lead.
 * </ul>
 *
 * <p>Tracks that rules, required values, criteria or floors join are followed together, up to three
 * at a time. They know of one another only what they ask, so of all states of a track that answer
 * alike one stands for all ({@link Faces}), and every combination of these is followed. Where a
 * sync leads, or one of its two writes, the pair that stands for what it left is gone on from
 * ({@link StandIns}), so that each combination is decided once. A law that is broken on such a path
 * is looked at once more without stand-ins before anything is said of it. A test looks up every
 * state of generated tracks and finds one that stands for it; another draws random states, follows
 * them beside those that stand for them, and follows both kinds of path to the same broken laws.
 *
 * <p>A write is taken as carried out. What happens when it is not, or when the process is killed
 * between two of them, does not depend on the file, and the reconciler's own tests show it.
 */
@NullMarked
package io.stagesync.proof;

import org.jspecify.annotations.NullMarked;
