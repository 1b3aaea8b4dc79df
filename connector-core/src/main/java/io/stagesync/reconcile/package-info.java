/**
 * Decides, for one pair of records, what is to become of them. Pure: the same values in, the same
 * decision out; {@link io.stagesync.reconcile.Reconciler} is the way in.
 *
 * <h2>Why it can be trusted</h2>
 *
 * <p><b>Words.</b> A side shows a raw value, and a raw value can mean some labels. Two sides agree
 * when there is a label that both can mean; the base is the label on which they last agreed, with
 * both raw values of that moment.
 *
 * <p><b>Nothing is written needlessly.</b> Agreement is asked before any rule and any guard, and it
 * writes nothing. What is written is a side that cannot mean the label (a replaced word after an
 * approved change of the mapping is the one exception, and its code says so). So two sides that say
 * the same in different words stay as people wrote them.
 *
 * <p><b>It comes to rest.</b> A write gives its side a word that is among the label's own and is
 * read back as it; the other side shows the label already, or is written too. Then both can mean
 * it, the next decision is agreement, and the base is that label. A decision that writes nothing
 * changes no value, and the base and memory that it leaves lead to the same decision again. What
 * takes a second run says so: a blank on a forward-only field, which is believed when two runs saw
 * it; a track, or a rule, that waits for another track; and two sides that are set back, or a clear
 * that a rule follows, where one write alone would look like an agreement on something else. That
 * no vocabulary breaks this is not argued but checked, for each file, when it is loaded: see the
 * package {@code io.stagesync.proof}.
 *
 * <p><b>No edit is lost here.</b> A field is only written over the raw value that this decision has
 * seen, and that value is named in the write. It is overwritten when it is what both last agreed on
 * (nobody edited it), or when a rule of the file says that the other side's edit wins, or that this
 * edit may not stand; each of these has a reason code and a sentence. Where no rule says so, the
 * pair is held and both values stay. What a blank, an unreadable or an unknown value means is never
 * guessed: a blank wins over no move, the other two decide nothing. An edit that arrives after the
 * decision is not this package's to see; who sends the write looks for it.
 *
 * <p><b>It may be cut off anywhere.</b> Everything is judged by what stands there now, by the base,
 * and by what is remembered, never by which step comes next. The base moves only with an outcome
 * that is known. So a decision that was not carried out is made again, and of one that was half
 * carried out the written side already means the label: what remains is the other half. Between a
 * clear and its set the field is read as the value before the clear, for the blank is ours.
 *
 * <p><b>The order of things has no effect.</b> Tracks are decided each by itself. Rules look at
 * labels that were entered, which only grow while a pair is decided, and a round asks all rules
 * alike; the furthest target wins, and targets beside each other are held. Criteria refuse moves,
 * and what is refused is no move any more, so putting it together anew ends.
 *
 * <p><b>A converted lead is not written.</b> Its stage is decided by evidence, which moves HubSpot
 * alone; corrections leave its side out, and a converted lead accepts no value, whatever else was
 * decided. Who sends the write looks once more.
 *
 * <h2>Why it is written in plain steps</h2>
 *
 * <p>A proof asks for hundreds of thousands of decisions, in a process that ends before the
 * optimizing compiler has seen much of it. Until then a stream, or a lambda that captures, costs
 * five to ten times a loop or a question. So what every decision comes by asks without them; what
 * few decisions get to is written as it reads best.
 */
@NullMarked
package io.stagesync.reconcile;

import org.jspecify.annotations.NullMarked;
