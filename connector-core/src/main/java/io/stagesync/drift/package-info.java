/**
 * What became of both sides' words since a person last said that they are right. Pure: it compares
 * what was approved with what a CRM says now, in the light of a mapping.
 *
 * <p>Terms: a <em>change</em> is one difference in one field. Its <em>weight</em> says what it
 * means for the mapping: nothing, something to look at, or that the mapping cannot be carried out
 * as it is. A <em>guess</em> is a pair of a value that went and one that came, of which only people
 * know whether they are the same.
 */
@NullMarked
package io.stagesync.drift;

import org.jspecify.annotations.NullMarked;
